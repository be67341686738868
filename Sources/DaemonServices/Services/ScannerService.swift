import Barcodes
package import Circulation
import Glibc
import Localization
package import Logging
package import Scanning
import ServiceLifecycle
import Stations
import TransferLog
import Vocabulary

/// Stores the readings of the scanners in the log, in order, and publishes the outcomes.
package struct ScannerService: Service {
    /// How long to wait before a reading is retried that the log could not store.
    private static let pause = Duration.seconds(1)

    /// Refusals that point to the scanner's setup rather than to a label when they occur often.
    private static let senseless: Set<String> = [
        RefusalKind.wrongCheckCharacter.rawValue, RefusalKind.wrongSymbology.rawValue, RefusalKind.unreadable.rawValue,
    ]

    let reader: ScannerReader
    let book: ScannerBook
    let circulation: Circulation
    let events: EventHub
    let board: StationBoard
    let roster: ScannerRoster
    let logger: Logger

    package init(
        reader: ScannerReader,
        book: ScannerBook,
        circulation: Circulation,
        events: EventHub,
        board: StationBoard,
        roster: ScannerRoster,
        logger: Logger
    ) {
        self.reader = reader
        self.book = book
        self.circulation = circulation
        self.events = events
        self.board = board
        self.roster = roster
        self.logger = logger
    }

    package func run() async throws {
        do {
            try reader.start()
        } catch {
            // A machine without input devices can still serve terminals and clients.
            logger.error("no scanner is read", metadata: ["reason": "\(error)"])
            roster.noteTrouble(error.asMessage)
            return try await gracefulShutdown()
        }
        try await withGracefulShutdownHandler {
            for await event in reader.events { try await handle(event) }
        } onGracefulShutdown: {
            reader.stop()
        }
    }

    func handle(_ event: ScannerEvent) async throws {
        switch event {
        case .attached(let scanner):
            roster.note(scanner, station: station(of: scanner)?.text, state: ScannerRoster.reading)
            tell(scanner, "attached", Message("\(scanner.title, "scanner") is being read"))
            await show(scanner)
        case .detached(let scanner):
            roster.forget(scanner)
            tell(scanner, "detached", Message("\(scanner.title, "scanner") is gone"))
            await show(scanner)
        case .failed(let failure, let scanner):
            roster.note(scanner, station: station(of: scanner)?.text, state: failure.description)
            tell(scanner, "failed", failure.asMessage, level: .error)
            await show(scanner)
        case .doubted(let doubt):
            do {
                try await book.note(doubt)
            } catch {
                let reason = ["reason": "\(error)"] as Logger.Metadata
                logger.critical("two guns are named alike, and a restart will not know it", metadata: reason)
            }
        case .rejected(let refused):
            roster.noteReading(of: refused.scanner, isUnderstood: false)
            tell(refused.scanner, "rejected", Message(verbatim: refused.rejection.description), level: .warning)
            try await refuse(refused)
        case .overflowed(let lost, let scanners):
            roster.noteLost(lost)
            logger.critical("readings were lost: too many came at once", metadata: ["count": "\(lost)"])
            let message = Message(
                "{count} reading was lost, too many came at once: scan again what was not answered",
                plural: "{count} readings were lost, too many came at once: scan again what was not answered",
                count: lost
            )
            let notice = ScannerNotice(scanner: "any", station: nil, kind: "overflowed", message: message)
            events.publish(.scanner(notice))
            for scanner in scanners { try await refuse(scanner, because: message) }
        case .watchingEnded(let code):
            throw ScannerWatchEnded(code: code)
        case .scan(let scan):
            try await take(scan)
        case .burst(let scans):
            try await take(scans)
        }
    }

    /// Processes barcodes that arrived in one burst, or refuses all of them.
    private func take(_ scans: [Scan]) async throws {
        let readings = scans.compactMap { Reading($0) }
        guard let refusal = try await insisting({ try await circulation.objection(toBurst: readings) }) else { return }
        guard let refusal else {
            for scan in scans { try await take(scan) }
            return
        }
        for reading in readings { try await refuse(reading, because: refusal) }
    }

    /// Stores and interprets one reading; while the log cannot be written, the reading waits here and is not lost.
    private func take(_ scan: Scan) async throws {
        let scanner = scan.scanner
        guard let reading = Reading(scan, sincePrevious: roster.pause(before: scan)) else { return }
        guard let (number, first) = try await insisting({ try await circulation.take(reading) }) else { return }
        var isFirst = true
        let outcome = try await insisting {
            // The reading is stored; after a failure it is interpreted again by its number.
            guard isFirst else { return try await circulation.interpret(number) }
            isFirst = false
            return try first.get()
        }
        if let outcome {
            roster.noteReading(of: scanner, isUnderstood: !Self.senseless.contains(outcome.kind))
            await board.tell(outcome)
        }
    }

    /// Records unusable scanner input, and closes the station's open context.
    private func refuse(_ refused: RefusedScan) async throws {
        let refusal = Refusal(refused.rejection)
        for scan in refused.scans {
            if let reading = Reading(scan) { try await refuse(reading, because: refusal) }
        }
        guard refused.scans.isEmpty,
            let station = ScannerStations.station(of: refused.scanner, named: refused.station)
        else { return }
        let name = ScannerName(refused.name, of: refused.scanner)
        let time = Timestamp(clamping: refused.time)
        try await refuse(Reading(nothingFrom: refused.scanner, name, at: station, occurredAt: time), because: refusal)
    }

    /// Records that readings of a scanner were lost before they reached the service.
    private func refuse(_ scanner: ScannerIdentity, because message: Message) async throws {
        guard let station = station(of: scanner) else { return }
        let name = ScannerName(book.setting(of: scanner)?.name, of: scanner)
        let reading = Reading(nothingFrom: scanner, name, at: station, occurredAt: nil)
        try await refuse(
            reading,
            because: Refusal(.lostInput, Message("cannot use what was scanned: \(message, "reason")"))
        )
    }

    private func refuse(_ reading: Reading, because refusal: Refusal) async throws {
        let outcome = try await insisting { try await circulation.refuse(reading, because: refusal) }
        if let outcome { await board.tell(outcome) }
    }

    /// Retries until the log accepts the operation; nil when the service is cancelled first, and the loss is then
    /// logged.
    private func insisting<Answer>(_ attempt: () async throws -> Answer) async throws -> Answer? {
        while !Task.isCancelled {
            do {
                return try await attempt()
            } catch let error as TransferLogError {
                logger.critical("a reading waits: the log cannot be written", metadata: ["reason": "\(error)"])
            }
            do { try await Task.sleep(for: Self.pause) } catch { break }
        }
        logger.critical("a reading was lost, scan it again: the log could not be written before the end")
        return nil
    }

    /// Updates a station about its scanner.
    private func show(_ scanner: ScannerIdentity) async {
        if let station = station(of: scanner) { await board.show(station) }
    }

    private func station(of scanner: ScannerIdentity) -> StationName? {
        ScannerStations.station(of: scanner, named: book.setting(of: scanner)?.station)
    }

    private func tell(_ scanner: ScannerIdentity, _ kind: String, _ message: Message, level: Logger.Level = .info) {
        logger.log(
            level: level,
            "scanner \(kind)",
            metadata: ["scanner": "\(scanner)", "message": "\(message.english)"]
        )
        events.publish(
            .scanner(
                ScannerNotice(
                    scanner: scanner.stableName,
                    station: station(of: scanner)?.text,
                    kind: kind,
                    message: message
                )
            )
        )
    }
}

/// The daemon can no longer detect plugging and unplugging of scanners; it ends so that it is restarted.
struct ScannerWatchEnded: Error, Sendable, CustomStringConvertible {
    /// An `errno`.
    let code: Int32

    var description: String {
        "cannot follow which scanners are plugged in: \(String(cString: strerror(code)))"
    }
}
