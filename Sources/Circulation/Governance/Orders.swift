import TransferLog
public import Vocabulary

/// A seal, restriction or hold in force, with the entity on which it was placed.
public struct OrderSummary: Sendable, Hashable {
    public let standing: StandingOrder
    /// The entry that placed it, with the principal, the time, the order and the reason.
    public let entry: Entry
    public let subject: Entity

    init(_ standing: StandingOrder, in view: LogView) throws {
        self.standing = standing
        entry = try view.entry(standing.entry)
        subject = try Circulation.known(standing.subject, in: view)
    }
}

extension Circulation {
    /// Lists the seals, restrictions and holds in force that were placed after `cursor`, oldest first.
    ///
    /// - Parameters:
    ///   - kind: the kind to list; nil for all.
    ///   - order: the exact name of the order to list; nil for all.
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func orders(
        of kind: StandingOrder.Kind?,
        named order: String?,
        after cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<OrderSummary, EntryNumber> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.entry.number) { view in
                try view.orderCount(of: kind, named: order)
            } rows: { view, cursor, limit in
                try view.orders(of: kind, named: order, after: cursor, limit: limit).map {
                    try OrderSummary($0, in: view)
                }
            }
        }
    }

    /// Returns the orders that apply to `record`: its own, then those on the enclosing containers, innermost first.
    static func orders(binding entity: Entity, in view: LogView) throws -> [OrderSummary] {
        let placement = try view.lastPlacement(of: entity.id)?.placement ?? .unknown
        let around = try view.containers(around: placement)
        return try ([entity.id] + around).flatMap(view.orders(on:)).map { try OrderSummary($0, in: view) }
    }
}
