public import Records
public import TransferLog

extension Circulation {
    /// Says that an earlier entry does not count; it stays in the log, and what it did is taken back.
    ///
    /// Transfers, changes, attached documents and corrections can be voided. A registration cannot: a barcode is never used again.
    public func correct(
        _ number: EntryNumber,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntryLine {
        try await log.write { transaction in
            var places = PlaceNames(view: transaction.view)
            if let key, let result = try transaction.result(of: key), let first = result.entries?.lowerBound {
                return try EntryLine(entry: try transaction.view.entry(first), places: &places)
            }
            let subject = try Self.subject(voidedBy: number, in: transaction.view)
            let correction = Correction(voids: number, subject: subject, reason: reason.text)
            let entry = try transaction.append(.corrected(correction), by: attribution)
            try Self.checkNesting(of: subject, in: transaction.view, voiding: number)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return try EntryLine(entry: entry, places: &places)
        }
    }

    private static func subject(voidedBy number: EntryNumber, in view: LogView) throws -> RecordID {
        guard let newest = try view.newestEntry(), (EntryNumber(rawValue: 1)...newest).contains(number) else {
            throw Refusal(.unknownEntry, "cannot correct entry \(number): there is no such entry")
        }
        if let correction = try view.voiding(of: number) {
            throw Refusal(.alreadyVoided, "cannot correct entry \(number): entry \(correction) corrected it already")
        }
        let fact = try view.entry(number).fact
        switch fact {
        case .transferred(let transfer): return transfer.subject
        case .changed(let change): return change.subject
        case .documentAttached(let document): return document.subject
        case .corrected(let correction): return correction.subject
        default:
            throw Refusal(.notVoidable, "cannot correct entry \(number): what was \(fact.kind) stays so")
        }
    }

    /// Taking a move back may not put a box into what went into it since.
    private static func checkNesting(of subject: RecordID, in view: LogView, voiding number: EntryNumber) throws {
        guard let placement = try view.standing(of: subject)?.placement,
            try view.containers(around: placement).contains(subject)
        else { return }
        let record = try known(subject, in: view)
        let what =
            "cannot correct entry \(number): \(record.barcode) would lie inside itself; correct the later move first"
        throw Refusal(.intoItself, what)
    }
}
