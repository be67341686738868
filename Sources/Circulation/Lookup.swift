package import Barcodes
import Localization
package import TransferLog
package import Vocabulary

/// Looking entities up for an act, which is refused if there is none.
extension Circulation {
    /// Returns the entity with this barcode.
    ///
    /// - Throws: ``Refusal`` if there is none or if it is concealed from the view.
    package static func known(_ barcode: Barcode, in view: LogView) throws -> Entity {
        guard let entity = try view.entity(barcode: barcode) else { throw Refusal.unknown(barcode) }
        return entity
    }

    /// Returns the entity with this number.
    ///
    /// - Throws: ``Refusal`` if it is concealed from the view, `TransferLogError` if it does not exist.
    package static func known(_ id: EntityID, in view: LogView) throws -> Entity {
        guard let entity = try view.entity(id) else {
            // An entity that is concealed from the caller is not damage.
            guard try !view.hides(id) else { throw Refusal.unknown }
            throw TransferLogError.damaged(Message("record \(id, "record") does not exist"))
        }
        return entity
    }

    /// Returns the entities with these barcodes, in their order; refused if one is unknown.
    static func known(_ barcodes: [Barcode], in view: LogView) throws -> [Entity] {
        let found = try view.entities(barcodes: barcodes)
        return try barcodes.map { barcode in
            guard let entity = found[barcode] else { throw Refusal.unknown(barcode) }
            return entity
        }
    }

    static func person(_ barcode: Barcode, in view: LogView) throws -> Entity {
        let entity = try known(barcode, in: view)
        guard entity.type == .custodian else {
            let what = Message(
                "cannot give things to \(barcode, "item"): it is \(entity.kind.termWithArticle, "kind"), not a custodian"
            )
            throw Refusal(.notAPerson, what)
        }
        return entity
    }
}

extension LogTransaction {
    /// Does `work` once for each key; a repeated request gets what `again` makes of the first one's result.
    ///
    /// If `again` makes nothing of it, the work is done.
    ///
    /// - Throws: What `again` and `work` throw, and `TransferLogError` if the key belongs to another request.
    package func once<Answer>(
        _ key: RequestKey?,
        again: (RequestResult) throws -> Answer?,
        work: () throws -> Answer
    ) throws -> Answer {
        if let key, let before = try result(of: key), let answer = try again(before) { return answer }
        let answer = try work()
        if let key { try remember(RequestResult(entries: appendedEntries), of: key) }
        return answer
    }

    /// Does `work` once for each key.
    func once(_ key: RequestKey?, work: () throws -> Void) throws { try once(key, again: { _ in () }, work: work) }
}

extension LogView {
    /// Returns the entries that an earlier request wrote.
    func entries(in range: ClosedRange<EntryNumber>?) throws -> [Entry] {
        guard let range else { return [] }
        return try (range.lowerBound.rawValue...range.upperBound.rawValue).map { try entry(EntryNumber(rawValue: $0)) }
    }
}
