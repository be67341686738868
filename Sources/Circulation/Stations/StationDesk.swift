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
        let station = stored.reading.station
        let session = try transaction.session(of: station) ?? .closed(at: stored.recordedAt)
        switch try scanned(stored.reading) {
        case .failure(let refusal):
            return refused(refusal, record: nil)
        case .success(let scanned):
            let step = StationGrammar.step(session, scanned: scanned, at: stored.recordedAt, settings: settings)
            let attribution = Attribution(
                principal: stored.reading.principal,
                station: station,
                scanner: stored.reading.scanner,
                reading: stored.number,
                occurredAt: stored.occurredAt
            )
            var next = step.session
            let told = try perform(step.act, next: &next, by: attribution)
            try transaction.save(next, of: station)
            return told
        }
    }

    private func scanned(_ reading: Reading) throws -> Result<Scanned, Refusal> {
        switch ReadingInterpretation(of: reading) {
        case .refused(let refusal):
            return .failure(refusal)
        case .barcode(let barcode):
            if let minted = barcode.minted, let command = ControlCommand(minted) { return .success(.control(command)) }
            if let record = try transaction.view.record(barcode: barcode) { return .success(.known(record)) }
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
        let message = "\(isNew ? "new " : "")\(name(record)) → \(place)"
        return accepted(entry.fact.kind, message, record, entry.number)
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
