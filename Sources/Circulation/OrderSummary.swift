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
