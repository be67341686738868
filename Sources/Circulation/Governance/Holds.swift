public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Places a hold: the item or container and its contents stay in custody and must not be destroyed.
    ///
    /// Refused if the same order already holds it, because a release would leave the second hold in place.
    ///
    /// - Throws: ``Refusal`` if no item or container has this barcode, or if the order holds it already;
    ///   `TransferLogError` if the log cannot be written.
    public func hold(
        _ barcode: Barcode,
        order: FreeText,
        reason: FreeText?,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await append(by: attribution, key: key) { transaction in
            let entity = try Self.known(barcode, in: transaction.view)
            guard entity.type.isMovable else {
                let what = Message("cannot hold \(barcode, "item"): it is \(entity.type.termWithArticle, "kind")")
                throw Refusal(.invalidRequest, what)
            }
            if let number = try Self.hold(on: entity.id, by: order.text, in: transaction.view) {
                let what = Message(
                    "cannot hold \(barcode, "item"): order “\(order.text, "order")” holds it already, "
                        + "entry \(number, "entry")"
                )
                throw Refusal(.alreadyHeld, what)
            }
            return .held(Hold(subject: entity.id, stage: .placed, order: order.text, reason: reason?.text))
        }
    }

    /// Releases the hold that entry `number` placed.
    ///
    /// - Throws: ``Refusal`` if the entry placed no hold, or one that was released already; `TransferLogError` if the
    ///   log cannot be written.
    public func release(
        hold number: EntryNumber,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await append(by: attribution, key: key) { transaction in
            let view = transaction.view
            guard let newest = try view.newestEntry(), (EntryNumber(rawValue: 1)...newest).contains(number),
                case .held(let placed) = try view.entry(number).fact,
                try view.holds(on: placed.subject).contains(number), try !view.hides(placed.subject)
            else {
                let what = Message(
                    "cannot release hold \(number, "entry"): no hold with this number stands; "
                        + "outguide hold list shows them"
                )
                throw Refusal(.notHeld, what)
            }
            return .held(Hold(subject: placed.subject, stage: .released(number), reason: reason.text))
        }
    }

    /// Lists the holds in force that were placed after `cursor`, oldest first.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func holds(after cursor: EntryNumber?, limit: Int) async throws -> Listed<EntrySummary, EntryNumber> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.entry.number) { view in
                try view.holdCount()
            } rows: { view, cursor, limit in
                var places = PlaceNames(view: view)
                return try view.holds(after: cursor, limit: limit).map { try EntrySummary(entry: $0, places: &places) }
            }
        }
    }

    /// Returns the hold placed on the item or container itself by `order`; nil if there is none.
    private static func hold(on id: EntityID, by order: String, in view: LogView) throws -> EntryNumber? {
        try view.holds(on: id).first { number in
            guard case .held(let hold) = try view.entry(number).fact else { return false }
            return hold.order == order
        }
    }
}
