public import Records
import TransferLog

extension Circulation {
    /// Seals, restrictions and holds that stand, those placed after `cursor`, oldest first.
    ///
    /// - Parameters:
    ///   - kind: only these; nil for all.
    ///   - order: only those that this order demands, as it was named; nil for all.
    public func orders(
        of kind: StandingOrder.Kind?,
        named order: String?,
        after cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<OrderLine, EntryNumber> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.entry.number) { view in
                try view.orderCount(of: kind, named: order)
            } rows: { view, cursor, limit in
                try view.orders(of: kind, named: order, after: cursor, limit: limit).map {
                    try OrderLine($0, in: view)
                }
            }
        }
    }

    /// What binds `record`: its own orders, then those on the containers around it, innermost first.
    static func orders(binding record: Record, in view: LogView) throws -> [OrderLine] {
        let placement = try view.standing(of: record.id)?.placement ?? .unknown
        let around = try view.containers(around: placement)
        return try ([record.id] + around).flatMap(view.orders(on:)).map { try OrderLine($0, in: view) }
    }
}
