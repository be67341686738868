public import Barcodes
public import Records
public import TransferLog

extension Circulation {
    /// Decides who may know of an item or a container from now on.
    ///
    /// Sealing and unsealing need the order that demands it. Refused when that holds already.
    public func restrict(
        _ barcode: Barcode,
        to level: Restriction.Level,
        order: FreeText?,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntryLine {
        try await write { transaction in
            let view = transaction.view
            var places = PlaceNames(view: view)
            if let key, let last = try transaction.result(of: key)?.entries?.upperBound {
                return try EntryLine(entry: try view.entry(last), places: &places)
            }
            let record = try Self.known(barcode, in: view)
            let restriction = try RestrictionRules.judge(
                record,
                from: try view.restriction(of: record.id),
                to: level,
                order: order?.text,
                reason: reason.text
            ).get()
            let entry = try transaction.append(.restricted(restriction), by: attribution)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return try EntryLine(entry: entry, places: &places)
        }
    }
}
