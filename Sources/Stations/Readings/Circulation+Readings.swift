import Barcodes
public import Circulation
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Stores a reading, then interprets it.
    ///
    /// If this returns, or throws anything but ``TransferLogError/busy``, `diskFull` or the like, the reading is
    /// stored.
    public func receive(_ reading: Reading, key: RequestKey? = nil) async throws -> ReadingOutcome {
        try await take(reading, key: key).1.get()
    }

    /// Stores a reading, and interprets it once it is on disk.
    ///
    /// Returns the number of the stored reading. Throws only if the reading could not be stored. A later failure can be
    /// retried with ``interpret(_:)``.
    public func take(
        _ reading: Reading,
        key: RequestKey? = nil
    ) async throws -> (ReadingNumber, Result<ReadingOutcome, any Error>) {
        try Self.check(reading)
        let settings = settings
        let (kept, outcome) = try await log.write(as: clearance) { transaction in
            try Self.keep(reading, key: key, in: transaction)
        } then: { transaction, kept in
            switch kept {
            case .new(let stored): try Self.interpret(stored, settings: settings, in: transaction)
            case .before(let number): try Self.interpret(number, settings: settings, in: transaction)
            }
        }
        return (kept.number, outcome)
    }

    /// A reading that is on disk.
    private enum Kept: Sendable {
        case new(StoredReading)
        /// The same request stored the reading before.
        ///
        /// It may be interpreted already.
        case before(ReadingNumber)

        var number: ReadingNumber {
            switch self {
            case .new(let stored): stored.number
            case .before(let number): number
            }
        }
    }

    /// Stores a reading without interpreting it.
    ///
    /// - Throws: `Refusal` if it is longer than a reading may be; `TransferLogError` if the log cannot be written.
    public func store(_ reading: Reading, key: RequestKey? = nil) async throws -> ReadingNumber {
        try Self.check(reading)
        return try await write { try Self.keep(reading, key: key, in: $0).number }
    }

    static func check(_ reading: Reading) throws(Refusal) {
        guard reading.bytes.count <= Reading.longest else {
            let what = Message(
                "cannot accept a reading of {count} byte: the longest has \(Reading.longest, "limit")",
                plural: "cannot accept a reading of {count} bytes: the longest has \(Reading.longest, "limit")",
                count: reading.bytes.count
            )
            throw Refusal(.unreadable, what)
        }
    }

    private static func keep(_ reading: Reading, key: RequestKey?, in transaction: LogTransaction) throws -> Kept {
        if let key, let number = try transaction.result(of: key)?.reading { return .before(number) }
        let stored = try transaction.store(reading)
        if let key { try transaction.remember(RequestResult(entries: nil, reading: stored.number), of: key) }
        return .new(stored)
    }

    /// Interprets a stored reading once; a repeated call returns the earlier outcome.
    ///
    /// - Throws: `TransferLogError` if there is no such reading, or if the log cannot be written.
    public func interpret(_ number: ReadingNumber) async throws -> ReadingOutcome {
        let settings = settings
        return try await write { try Self.interpret(number, settings: settings, in: $0) }
    }

    static func interpret(
        _ number: ReadingNumber,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) throws -> ReadingOutcome {
        guard let stored = try transaction.view.reading(number) else {
            throw TransferLogError.damaged(Message("reading \(number, "reading") does not exist"))
        }
        if let outcome = try outcomeBefore(of: stored, in: transaction.view) {
            return ReadingOutcome(
                reading: number,
                station: stored.reading.station,
                verdict: outcome.verdict,
                kind: outcome.kind,
                message: Message("reading \(number, "reading") was handled before: \(outcome.kind, "result")"),
                entity: nil,
                entry: outcome.entry
            )
        }
        return try interpret(stored, settings: settings, in: transaction)
    }

    /// Returns the earlier outcome of a reading.
    ///
    /// If it is concealed from the caller, returns the outcome of an unknown code instead.
    static func outcomeBefore(of stored: StoredReading, in view: LogView) throws -> StoredOutcome? {
        guard let outcome = try view.outcome(of: stored.number) else { return nil }
        guard try isConcealed(stored, outcome, in: view) else { return outcome }
        return StoredOutcome(verdict: .refused, kind: RefusalKind.unknownBarcode.rawValue, entry: nil)
    }

    /// Interprets a reading that is not interpreted yet.
    private static func interpret(
        _ stored: StoredReading,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) throws -> ReadingOutcome {
        let previous = try previousAct(before: stored, in: transaction.view)
        let reply =
            if DoubleReadRule.repeats(stored, previous, within: settings.doubleReadWindow) {
                StationReply(readTwice: stored.reading)
            } else {
                try handle(stored, settings: settings, in: transaction)
            }
        try noteApplied(stored, in: transaction)
        let screen = try reply.words(in: audience(of: stored, reply, in: transaction.view))
        try transaction.close(
            stored.number,
            as: StoredOutcome(verdict: screen.verdict, kind: screen.kind, entry: reply.entry)
        )
        if stored.batch == nil { try remember(reply, as: screen, stored, in: transaction, clock: settings.clock) }
        return ReadingOutcome(reply, onScreen: screen, of: stored)
    }

    /// Returns the scanner's previous reading; nil if that was refused before it was interpreted.
    private static func previousAct(before stored: StoredReading, in view: LogView) throws -> StoredReading? {
        guard let previous = try view.reading(before: stored) else { return nil }
        let wasUnread = try view.outcome(of: previous.number)?.kind == RefusalKind.partOfSymbol.rawValue
        return wasUnread ? nil : previous
    }

    /// Handles a reading.
    ///
    /// If a rule refuses the act part-way, its changes are rolled back and the refusal is the reply.
    private static func handle(
        _ stored: StoredReading,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) throws -> StationReply {
        do {
            return try transaction.attempt {
                try StationDesk(stored, settings: settings, in: transaction).handle()
            }
        } catch let refusal as Refusal {
            return StationReply(refusal)
        }
    }

    /// Returns the log as seen with the lowest clearance that covers the reading.
    ///
    /// The message on the screen is written for that audience.
    private static func audience(of stored: StoredReading, _ reply: StationReply, in view: LogView) throws -> LogView {
        let codes = ReadingInterpretation(of: stored.reading).barcodes(as: stored.reading.role)
        let scanned = try codes.compactMap { try view.unobserved.entity(barcode: $0) }
        var things = Set((scanned + [reply.entity].compactMap(\.self)).map(\.id))
        if let entry = try reply.entry.map(view.entry) {
            things.formUnion([entry.subject].compactMap(\.self))
            if case .transferred(let transfer) = entry.fact, let place = transfer.to.place { things.insert(place) }
        }
        let level = try things.map(view.restriction).max() ?? .open
        return view.narrowed(to: Clearance.allCases.first { $0.reaches(level) } ?? .everything)
    }

    /// Stores what the station's screen shows, in English, and what can be undone there.
    static func remember(
        _ reply: StationReply,
        as screen: StationReply.Words,
        _ stored: StoredReading,
        in transaction: LogTransaction,
        clock: LocalClock
    ) throws {
        let name = SessionName(stored.reading.station)
        try transaction.remember(
            StationReading(
                reading: stored.number,
                run: try transaction.session(of: name)?.run ?? 0,
                verdict: screen.verdict,
                kind: screen.kind,
                message: screen.message.english(by: clock),
                entity: reply.entity?.id,
                entries: reply.entry == nil ? nil : transaction.appendedEntries
            ),
            at: name
        )
    }

    /// Interprets, oldest first, the readings that were stored but not interpreted before the daemon stopped.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func interpretOpenReadings() async throws -> [ReadingOutcome] {
        var outcomes: [ReadingOutcome] = []
        while true {
            let open = try await read { try $0.openReadings(limit: 256) }
            if open.isEmpty { return outcomes }
            for reading in open { outcomes.append(try await interpret(reading.number)) }
        }
    }

    /// Closes the station's open session.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func endSession(of station: StationName) async throws {
        try await write { try $0.endSession(of: SessionName(station)) }
    }

    /// Ends sessions that were idle for a day, such as those of terminals that disconnected silently.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func forgetIdleSessions() async throws {
        try await write { try $0.endSessions(untouchedSince: $0.now.advanced(bySeconds: -86_400)) }
    }
}
