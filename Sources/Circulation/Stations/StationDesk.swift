import Barcodes
import Records
import TransferLog

/// Does at one station what one reading says, within one transaction.
struct StationDesk {
    /// What is told to the clerk.
    struct Told {
        let verdict: Verdict
        let kind: String
        let message: String
        let record: Record?
        let entry: EntryNumber?

        init(verdict: Verdict, kind: String, message: String, record: Record?, entry: EntryNumber?) {
            self.verdict = verdict
            self.kind = kind
            self.message = message
            self.record = record
            self.entry = entry
        }

        /// What is told of a reading that repeats the one before it.
        init(readTwice reading: Reading) {
            self.init(
                verdict: .attention,
                kind: "double-read",
                message: "read twice: \(ReadingInterpretation.shown(reading.bytes)); if you mean it, scan it again",
                record: nil,
                entry: nil
            )
        }
    }

    let transaction: LogTransaction
    let settings: CirculationSettings

    func handle(_ stored: StoredReading) throws -> Told {
        let isFromFile = stored.batch != nil
        let name = stored.batch.map { SessionName(of: $0, scanner: stored.reading.scanner) }
        let session = try self.session(name ?? SessionName(stored.reading.station), stored)
        let scanned: Scanned
        switch try self.scanned(stored.reading) {
        case .failure(let refusal):
            if let name { try transaction.save(closed(session, stored), of: name) }
            return refused(refusal, record: nil)
        case .success(let found): scanned = found
        }
        if let refusal = try inTheFuture(stored) { return refused(refusal, record: nil) }
        var step = StationGrammar.step(
            session,
            scanned: scanned,
            role: stored.reading.role,
            at: isFromFile ? stored.occurredAt : stored.recordedAt,
            settings: settings
        )
        // Nobody looks on while a file is taken: what was not understood may have been the next place.
        if isFromFile { closeAfterRefusal(&step, of: scanned, stored) }
        let attribution = Attribution(
            principal: stored.reading.principal,
            station: stored.reading.station,
            scanner: stored.reading.scanner,
            reading: stored.number,
            occurredAt: stored.occurredAt,
            isBackDated: isFromFile && stored.occurredAt < stored.recordedAt
        )
        let told = try perform(step.act, next: &step.session, by: attribution)
        try transaction.save(step.session, of: name ?? SessionName(stored.reading.station))
        return told
    }

    /// Opens and closes the places that a reading of a file opened and closed when it was taken, and does nothing else.
    func followPlaces(of stored: StoredReading, in name: SessionName) throws {
        let session = try session(name, stored)
        guard case .success(let scanned) = try scanned(stored.reading) else {
            return try transaction.save(closed(session, stored), of: name)
        }
        var step = StationGrammar.step(
            session,
            scanned: scanned,
            role: stored.reading.role,
            at: stored.occurredAt,
            settings: settings
        )
        closeAfterRefusal(&step, of: scanned, stored)
        try transaction.save(step.session, of: name)
    }

    /// What is open; where the file itself says which lines are places, no pause closes them.
    private func session(_ name: SessionName, _ stored: StoredReading) throws -> StationSession {
        let instant = stored.batch == nil ? stored.recordedAt : stored.occurredAt
        var session = try transaction.session(of: name) ?? .closed(at: instant)
        if stored.reading.role != nil { session.touchedAt = instant }
        return session
    }

    private func closeAfterRefusal(
        _ step: inout (session: StationSession, act: StationAct),
        of scanned: Scanned,
        _ stored: StoredReading
    ) {
        guard case .refused = step.act, stored.reading.role == .place || !scanned.isThing else { return }
        step.session = closed(step.session, stored)
    }

    private func closed(_ session: StationSession, _ stored: StoredReading) -> StationSession {
        stored.reading.role == .thing ? session : .closed(at: stored.occurredAt)
    }

    /// A terminal whose clock is ahead would make moves that later ones cannot replace.
    private func inTheFuture(_ stored: StoredReading) throws -> Refusal? {
        guard stored.batch != nil,
            stored.occurredAt > stored.recordedAt.advanced(bySeconds: Circulation.clockTolerance)
        else { return nil }
        let what = "cannot take what was read at \(stored.occurredAt): that is still to come; set the terminal's clock"
        return Refusal(.inTheFuture, what)
    }

    private func scanned(_ reading: Reading) throws -> Result<Scanned, Refusal> {
        switch ReadingInterpretation(of: reading) {
        case .refused(let refusal):
            return .failure(refusal)
        case .barcode(let barcode):
            if let minted = barcode.minted, let command = ControlCommand(minted) { return .success(.control(command)) }
            if let record = try transaction.view.record(barcode: barcode) { return .success(.known(record)) }
            // The mark of the portable format may stand before a number, or be a part of it.
            if reading.role != nil, let unmarked = try? Barcode(parsing: String(barcode.text.dropFirst())) {
                if let record = try transaction.view.record(barcode: unmarked) { return .success(.known(record)) }
                if unmarked.minted != nil { return .success(.unknown(unmarked)) }
            }
            return .success(.unknown(barcode))
        }
    }

    private func perform(
        _ act: StationAct,
        next: inout StationSession,
        by attribution: Attribution
    ) throws -> Told {
        switch act {
        case .opened(let record):
            return accepted("opened", "\(opening(record)) \(try describe(record)) is open", record)
        case .registeredAndOpened(let minted, let type):
            let record = try register(minted, type, by: attribution)
            next.context = StationGrammar.context(opening: record)
            let message = "new \(record.kind) \(record.barcode) is open: scan what goes into it"
            return accepted("registered", message, record, EntryNumber(rawValue: record.id.rawValue))
        case .armed(let command):
            let message = "scan the container that is to be " + (command == .into ? "filled" : "put here")
            return accepted("armed", message, nil)
        case .closed:
            return accepted("closed", "closed: scan a shelf to go on", nil)
        case .moved(let record, let destination):
            return try move(record, to: destination, isNew: false, by: attribution)
        case .registered(let minted, let type, let destination):
            let record = try register(minted, type, by: attribution)
            if let destination { return try move(record, to: destination, isNew: true, by: attribution) }
            let message = "new \(record.kind) \(record.barcode) is nowhere yet: scan a shelf, then it again"
            return Told(
                verdict: .attention,
                kind: "registered",
                message: message,
                record: record,
                entry: EntryNumber(rawValue: record.id.rawValue)
            )
        case .setUp(let minted):
            return Told(
                verdict: .attention,
                kind: "set-up",
                message: "\(minted.text) is for setting up guns: this one works",
                record: nil,
                entry: nil
            )
        case .refused(let refusal):
            return refused(refusal, record: nil)
        }
    }

    private func move(
        _ record: Record,
        to destination: Placement,
        isNew: Bool,
        by attribution: Attribution
    ) throws -> Told {
        let entry: Entry?
        do {
            entry = try Circulation.move(record, to: destination, reason: nil, by: attribution, in: transaction)
        } catch let refusal as Refusal {
            return refused(refusal, record: record)
        }
        let place = try destination.place.map { try describe(Circulation.known($0, in: transaction.view)) } ?? "nowhere"
        guard let entry else {
            return Told(
                verdict: .attention,
                kind: "already-there",
                message: "\(name(record)) is at \(place) already",
                record: record,
                entry: nil
            )
        }
        if let told = try superseded(entry, record, place) { return told }
        let message = "\(isNew ? "new " : "")\(name(record)) → \(place)"
        return accepted(entry.fact.kind, message, record, entry.number)
    }

    /// What is told of a move that is older than what the log knows: it is history, and moves nothing.
    private func superseded(_ entry: Entry, _ record: Record, _ place: String) throws -> Told? {
        guard entry.isBackDated, let standing = try transaction.view.standing(of: record.id),
            standing.entry != entry.number
        else { return nil }
        let now = try transaction.view.whereabouts(of: record).path.reversed().joined(separator: " · ")
        let since = "since \(standing.since) it is at \(now.isEmpty ? standing.placement.word : now)"
        return Told(
            verdict: .attention,
            kind: "superseded",
            message: "\(name(record)) was at \(place) at \(entry.occurredAt); \(since), and stays there",
            record: record,
            entry: entry.number
        )
    }

    private func register(_ minted: MintedBarcode, _ type: RecordType, by attribution: Attribution) throws -> Record {
        let registration = Registration(
            type: type,
            kind: type.standardKind,
            barcode: Barcode(minted),
            origin: .firstScan,
            title: nil,
            home: nil,
            parent: nil
        )
        let entry = try transaction.append(.registered(registration), by: attribution)
        return try Circulation.known(RecordID(registeredBy: entry.number), in: transaction.view)
    }

    private func opening(_ record: Record) -> String {
        switch record.type {
        case .location: "here:"
        case .container: "into:"
        case .custodian, .item: "to:"
        }
    }

    /// Kind, number, and the title in parentheses when there is one.
    private func name(_ record: Record) -> String {
        "\(record.kind) \(record.barcode)" + (record.title.map { " (\($0))" } ?? "")
    }

    /// A place with the places around it, innermost first: "Shelf 3 · Room 1 · Annex".
    private func describe(_ place: Record) throws -> String {
        let around = try transaction.view.whereabouts(of: place).path.reversed()
        return ([place.name] + around).joined(separator: " · ")
    }

    private func accepted(_ kind: String, _ message: String, _ record: Record?, _ entry: EntryNumber? = nil) -> Told {
        Told(verdict: .accepted, kind: kind, message: message, record: record, entry: entry)
    }

    private func refused(_ refusal: Refusal, record: Record?) -> Told {
        Told(verdict: .refused, kind: refusal.kind.rawValue, message: refusal.message, record: record, entry: nil)
    }
}
