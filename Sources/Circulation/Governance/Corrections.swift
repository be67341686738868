import Localization
import LogEntries
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Voids an earlier entry.
    ///
    /// The entry stays in the log, and its effect is reversed. Transfers, renewals, changes, attached and moved
    /// documents, lines of pull lists and corrections can be voided. A registration cannot: a barcode is never used
    /// again.
    ///
    /// - Throws: ``Refusal`` if there is no such entry, or if it cannot be voided or was voided already;
    ///   `TransferLogError` if the log cannot be written.
    public func correct(
        _ number: EntryNumber,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await write { transaction in
            let view = transaction.view
            return try transaction.once(key) { before in
                try before.entries.map { try Self.line(ofEarlier: $0.upperBound, in: view) }
            } work: {
                let subject = try Self.subject(voidedBy: number, in: view)
                let correction = Correction(voids: number, subject: subject, reason: reason.text)
                let entry = try transaction.append(.corrected(correction), by: attribution)
                try Self.checkNesting(of: subject, in: view, voiding: number)
                return try EntrySummary(entry, in: view)
            }
        }
    }

    private static func subject(voidedBy number: EntryNumber, in view: LogView) throws -> EntityID {
        guard let newest = try view.newestEntry(), (EntryNumber(rawValue: 1)...newest).contains(number) else {
            throw noEntry(toCorrect: number)
        }
        if let correction = try view.voiding(of: number) {
            let what = Message(
                "cannot correct entry \(number, "entry"): entry \(correction, "correction") corrected it already"
            )
            throw Refusal(.alreadyVoided, what)
        }
        let entry = try view.entry(number)
        if try view.namesConcealed(entry) { throw noEntry(toCorrect: number) }
        let fact = entry.fact
        if case .documentMoved(let move) = fact, try view.restriction(of: move.origin) == .expunged {
            let what = Message(
                "cannot correct entry \(number, "entry"): the item that had the document before was expunged; "
                    + "move it to another item"
            )
            throw Refusal(.notVoidable, what)
        }
        guard let subject = voidable(fact) else {
            let what = Message("cannot correct entry \(number, "entry"): what was \(fact.kind, "act") stays so")
            throw Refusal(.notVoidable, what)
        }
        return subject
    }

    private static func noEntry(toCorrect number: EntryNumber) -> Refusal {
        Refusal(.unknownEntry, Message("cannot correct entry \(number, "entry"): there is no such entry"))
    }

    /// Returns the subject of a fact that a correction can void; nil for other facts.
    package static func voidable(_ fact: Fact) -> EntityID? {
        switch fact {
        case .transferred(let transfer): transfer.subject
        case .changed(let change): change.subject
        case .documentAttached(let document): document.subject
        case .documentMoved(let move): move.subject
        case .renewed(let renewal): renewal.subject
        case .corrected(let correction): correction.subject
        case .wanted(let want): want.subject
        case .notFound(let notFound): notFound.subject
        case .registered, .labelled, .labelPrinted, .pagePrinted, .labelApplied, .held, .counted, .pullList, .expunged,
            .restricted, .supply, .log, .unknown:
            nil
        }
    }

    /// Checks that undoing entry `number` would not place `subject` inside itself; throws a refusal if it would.
    package static func checkNesting(of subject: EntityID, without number: EntryNumber, in view: LogView) throws {
        guard let before = try view.placement(of: subject, without: number),
            try view.containers(around: before).contains(subject)
        else { return }
        let entity = try known(subject, in: view)
        let what = Message(
            "cannot undo that: \(entity.barcode, "item") would lie inside itself; undo the later move first"
        )
        throw Refusal(.intoItself, what)
    }

    /// Checks that voiding a move did not place a container inside something that was put into it since; throws a
    /// refusal if it did.
    private static func checkNesting(of subject: EntityID, in view: LogView, voiding number: EntryNumber) throws {
        guard let placement = try view.lastPlacement(of: subject)?.placement,
            try view.containers(around: placement).contains(subject)
        else { return }
        let entity = try known(subject, in: view)
        let what = Message(
            "cannot correct entry \(number, "entry"): \(entity.barcode, "item") would lie inside itself; "
                + "correct the later move first"
        )
        throw Refusal(.intoItself, what)
    }
}
