public import Barcodes
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Moves a document to another item or container.
    ///
    /// The histories of both show the move. The document keeps its number, its pages and the text recognised on them.
    /// ``correct(_:reason:by:key:)`` reverses the move.
    ///
    /// - Throws: ``Refusal`` for an unknown, voided, held or sealed document, or a target that cannot have it;
    ///   `TransferLogError` if the log cannot be written.
    public func moveDocument(
        _ number: EntryNumber,
        to barcode: Barcode,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> DocumentSummary {
        try await write { transaction in
            let view = transaction.view
            try transaction.once(key) {
                let line = try Self.known(document: number, in: view)
                let target = try Self.checkedTarget(barcode, of: line, in: view)
                let move = DocumentMove(
                    subject: target.id,
                    origin: line.entity.id,
                    document: number,
                    reason: reason.text
                )
                try transaction.append(.documentMoved(move), by: attribution)
            }
            return try Self.known(document: number, in: view)
        }
    }

    private static func checkedTarget(_ barcode: Barcode, of line: DocumentSummary, in view: LogView) throws -> Entity {
        let what = "cannot move the document \(line.entry.number)"
        if let correction = line.voidedBy { throw Refusal(.alreadyVoided, "\(what): entry \(correction) took it back") }
        let target = try known(barcode, in: view)
        guard try view.restriction(of: target.id) < .expunged else { throw Refusal.unknown(barcode) }
        guard target.type.isMovable else {
            throw Refusal(.invalidRequest, "\(what) to \(barcode): a \(target.type.rawValue) has no documents")
        }
        guard target.id != line.entity.id else {
            throw Refusal(.alreadyMoved, "\(what) to \(barcode): it belongs to it already")
        }
        let facts = try MoveFacts(about: [line.entity, target], in: view)
        // A hold keeps existing documents in place; adding documents to a held entity is allowed.
        if facts.isHeld(line.entity) {
            let whole = "\(what) away from \(line.entity.barcode): it is held"
            throw Refusal(.held, "\(whole); outguide hold list shows by which order")
        }
        if let sealed = try [line.entity, target].first(where: { try view.restriction(of: $0.id) == .sealed }) {
            throw Refusal(.sealed, "\(what): \(sealed.barcode) is sealed; unseal it first, by order")
        }
        return target
    }
}
