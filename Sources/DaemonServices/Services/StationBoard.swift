package import Circulation
package import Intake
import Localization
package import Printing
import Settings
package import Stations
package import TransferLog
package import Vocabulary

/// Publishes what happens at stations, and queues the work that follows a reading.
package struct StationBoard: Sendable {
    private var circulation: Circulation
    private let events: EventHub
    private let roster: ScannerRoster
    private let work: StationWork
    private let supplies: SupplyLevels
    private let clock: UTCClock
    private let folders: DropFolders

    package init(
        circulation: Circulation,
        events: EventHub,
        roster: ScannerRoster,
        work: StationWork,
        supplies: SupplyLevels,
        folders: DropFolders,
        clock: UTCClock
    ) {
        self.circulation = circulation
        self.events = events
        self.roster = roster
        self.work = work
        self.supplies = supplies
        self.folders = folders
        self.clock = clock
    }

    /// This board with the view of another caller.
    package func seen(by circulation: Circulation) -> StationBoard {
        var board = self
        board.circulation = circulation
        return board
    }

    /// Publishes the outcome of a reading and the new state of its station.
    package func tell(_ outcome: ReadingOutcome) async {
        events.publish(.outcome(StationOutcome(outcome)))
        if let paper = outcome.paper {
            let job = StationWork.Job(paper: paper, station: outcome.station, reading: outcome.reading)
            if !work.add(job) {
                await tell(job, wasNotPrintedBecause: Message("cannot print: too much waits for the printer"))
            }
        }
        work.poke()
        await show(outcome.station)
    }

    /// Publishes that a requested print was not done, and records it as open until it is printed.
    func tell(_ job: StationWork.Job, wasNotPrintedBecause reason: Message) async {
        var message = reason
        do {
            message = try await circulation.noteUnprinted(
                job.paper,
                of: job.reading,
                at: job.station,
                because: reason
            )
        } catch {
            // The log is not writable, which every screen shows; current listeners still learn about the print.
        }
        events.publish(.outcome(job.outcome(message)))
        await show(job.station)
    }

    /// Publishes what a requested print is waiting for.
    func tell(_ job: StationWork.Job, waitsBecause reason: Message) {
        events.publish(.outcome(job.outcome(reason, kind: "printing-waits")))
    }

    /// Publishes the current state of a station, if there are listeners.
    package func show(_ name: StationName) async {
        // A missed update is replaced by the next one; a log that cannot be read is reported elsewhere.
        guard events.hasListeners, let station = try? await station(name) else { return }
        events.publish(.station(station))
    }

    /// The current state of a station.
    ///
    /// - Throws: an error of the log if it cannot be read.
    package func station(_ name: StationName) async throws -> StationState {
        let summary = try await circulation.station(name, at: clock.now())
        let scanners = roster.attached
        return state(
            summary,
            scanners: scanners,
            low: try await supplies.low(at: name.text),
            folders: await folders.troubles()
        )
    }

    /// The configured stations, those with recent readings, and those with a scanner.
    ///
    /// - Throws: an error of the log if it cannot be read.
    package func stations(
        after cursor: StationName? = nil,
        limit: Int
    ) async throws -> Listed<StationState, StationName> {
        let scanners = roster.attached
        let lines = try await circulation.stations(
            at: clock.now(),
            and: Set(scanners.compactMap { $0.station.flatMap { StationName($0) } }),
            after: cursor,
            limit: limit
        )
        var low: [StationName: [SupplyLevels.Level]] = [:]
        for line in lines { low[line.station] = try await supplies.low(at: line.station.text) }
        let folders = await folders.troubles()
        return lines.mapRows { line in
            state(line, scanners: scanners, low: low[line.station] ?? [], folders: folders)
        }
    }

    private func state(
        _ summary: StationSummary,
        scanners: [ScannerRoster.Handheld],
        low: [SupplyLevels.Level],
        folders: [(folder: DropFolderConfiguration, troubles: [FolderTrouble])]
    ) -> StationState {
        StationState(
            summary: summary,
            scanners: scanners.filter { $0.station == summary.station.text },
            lowSupplies: low,
            folderTroubles: folders.filter { $0.folder.station == summary.station }.flatMap { folder, troubles in
                troubles.map { StationState.Folder(configuration: folder, trouble: $0) }
            }
        )
    }

    /// Closes the station's open context and signs its clerk out.
    ///
    /// - Throws: an error of the log if it cannot be written.
    package func end(_ name: StationName) async throws {
        try await circulation.endSession(of: name)
        await show(name)
    }
}
