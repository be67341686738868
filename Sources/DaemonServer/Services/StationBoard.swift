import Circulation
import Records
import TransferLog
import Wire

/// Tells everybody what stations do, and leaves to others what is to be done after a reading.
struct StationBoard: Sendable {
    private var circulation: Circulation
    private let events: EventHub
    private let roster: ScannerRoster
    private let work: StationWork
    private let shelf: SupplyShelf
    private let clock: UTCClock
    /// What is wrong with the drop folders, folder by folder.
    private let folderTroubles: @Sendable () async -> [(folder: DropFolderConfiguration, troubles: [FolderTrouble])]

    init(_ daemon: DaemonParts, clock: UTCClock = .system) {
        circulation = daemon.circulation
        events = daemon.events
        roster = daemon.scanners
        work = daemon.stationWork
        shelf = SupplyShelf(daemon)
        folderTroubles = { await daemon.folderTroubles() }
        self.clock = clock
    }

    /// The same, as somebody sees it.
    func seen(by circulation: Circulation) -> StationBoard {
        var board = self
        board.circulation = circulation
        return board
    }

    /// Tells how a reading ended, and what its station shows now.
    func tell(_ outcome: ReadingOutcome) async {
        events.publish(.outcome(OutcomeResource(onScreen: outcome)))
        if let paper = outcome.paper {
            let job = StationWork.Job(paper: paper, station: outcome.station, reading: outcome.reading)
            if !work.add(job) {
                await tell(job, wasNotPrintedBecause: "cannot print: too much waits for the printer")
            }
        }
        work.poke()
        await show(outcome.station)
    }

    /// Says at the station that what a reading asked for was not printed, and keeps it until it is printed.
    func tell(_ job: StationWork.Job, wasNotPrintedBecause reason: String) async {
        var message = reason
        do {
            message = try await circulation.noteUnprinted(job.paper, of: job.reading, at: job.station, because: reason)
        } catch {
            // The log takes nothing in, which every screen shows; who listens now learns of the paper all the same.
        }
        events.publish(.outcome(job.outcome(message)))
        await show(job.station)
    }

    /// Says at the station what the printing of what a reading asked for waits for.
    func tell(_ job: StationWork.Job, waitsBecause reason: String) {
        events.publish(.outcome(job.outcome(reason, kind: "printing-waits")))
    }

    /// Tells what a station shows now, to those who listen.
    func show(_ name: StationName) async {
        // A screen that misses one gets the next; a log that cannot be read is told elsewhere.
        guard events.hasListeners, let station = try? await station(name) else { return }
        events.publish(.station(station))
    }

    func station(_ name: StationName) async throws -> StationResource {
        try await resource(try await circulation.station(name, at: clock.now()), roster.attached)
    }

    /// The stations of the configuration, those that scanned lately, and those that have a gun.
    func stations(after cursor: StationName? = nil, limit: Int) async throws -> Page<StationResource> {
        let scanners = roster.attached
        let lines = try await circulation.stations(
            at: clock.now(),
            and: Set(scanners.compactMap { $0.station.flatMap { StationName($0) } }),
            after: cursor,
            limit: limit
        )
        var low: [StationName: [SupplyShelf.Line]] = [:]
        for line in lines { low[line.station] = try await shelf.low(at: line.station.text) }
        let folders = await folderTroubles()
        return Page(lines) { line in
            StationResource(
                line,
                scanners: scanners,
                lowSupplies: low[line.station] ?? [],
                folderTroubles: Self.troubles(of: line.station, in: folders)
            )
        }
    }

    private func resource(_ line: StationLine, _ scanners: [ScannerResource]) async throws -> StationResource {
        let low = try await shelf.low(at: line.station.text)
        return StationResource(
            line,
            scanners: scanners,
            lowSupplies: low,
            folderTroubles: Self.troubles(of: line.station, in: await folderTroubles())
        )
    }

    /// What is wrong with the folders of one station, without names of files: everybody may look at its screen.
    private static func troubles(
        of station: StationName,
        in folders: [(folder: DropFolderConfiguration, troubles: [FolderTrouble])]
    ) -> [FolderTroubleResource] {
        folders.filter { $0.folder.station == station.text }.flatMap { folder, troubles in
            troubles.map { FolderTroubleResource($0, of: folder, showsNames: false) }
        }
    }

    /// Closes what a station has open, and signs its clerk out.
    func end(_ name: StationName) async throws {
        try await circulation.endSession(of: name)
        await show(name)
    }
}
