public import Barcodes
import Localization
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
        let document = line.entry.number
        if let correction = line.voidedBy {
            let what = Message(
                "cannot move the document \(document, "document"): entry \(correction, "entry") took it back"
            )
            throw Refusal(.alreadyVoided, what)
        }
        let target = try known(barcode, in: view)
        guard try view.restriction(of: target.id) < .expunged else { throw Refusal.unknown(barcode) }
        guard target.type.isMovable else {
            let what = Message(
                "cannot move the document \(document, "document") to \(barcode, "item"): "
                    + "\(target.type.termWithArticle, "kind") has no documents"
            )
            throw Refusal(.invalidRequest, what)
        }
        guard target.id != line.entity.id else {
            let what = Message(
                "cannot move the document \(document, "document") to \(barcode, "item"): it belongs to it already"
            )
            throw Refusal(.alreadyMoved, what)
        }
        let facts = try MoveFacts(about: [line.entity, target], in: view)
        // A hold keeps existing documents in place; adding documents to a held entity is allowed.
        if facts.isHeld(line.entity) {
            let what = Message(
                "cannot move the document \(document, "document") away from \(line.entity.barcode, "item"): it is held; "
                    + "outguide hold list shows by which order"
            )
            throw Refusal(.held, what)
        }
        if let sealed = try [line.entity, target].first(where: { try view.restriction(of: $0.id) == .sealed }) {
            let what = Message(
                "cannot move the document \(document, "document"): \(sealed.barcode, "item") is sealed; "
                    + "unseal it first, by order"
            )
            throw Refusal(.sealed, what)
        }
        return target
    }
}
