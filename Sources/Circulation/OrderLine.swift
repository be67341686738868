public import Records
import TransferLog

/// A seal, a restriction or a hold that stands, with the thing that it was placed on.
public struct OrderLine: Sendable, Hashable {
    public let standing: StandingOrder
    /// The entry that placed it: who, when, by which order and why.
    public let entry: Entry
    public let subject: Record

    init(_ standing: StandingOrder, in view: LogView) throws {
        self.standing = standing
        entry = try view.entry(standing.entry)
        subject = try Circulation.known(standing.subject, in: view)
    }
}
