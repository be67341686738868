import TransferLog
public import Vocabulary

/// An entry with its subject and places.
public struct EntrySummary: Sendable, Hashable {
    public let entry: Entry
    public let subject: Entity?
    /// The origin of the transfer; nil for entries that are not transfers.
    public let from: NamedPlacement?
    /// The destination of the transfer; nil for entries that are not transfers.
    public let to: NamedPlacement?
    /// The entity from which a document was moved to the subject.
    public let documentOrigin: Entity?

    init(entry: Entry, places: inout PlaceNames) throws {
        self.entry = entry
        subject = try entry.subject.flatMap { try places.view.entity($0) }
        documentOrigin =
            if case .documentMoved(let move) = entry.fact { try places.view.entity(move.origin) } else { nil }
        if case .transferred(let transfer) = entry.fact {
            from = try places.named(transfer.from)
            to = try places.named(transfer.to)
        } else {
            from = nil
            to = nil
        }
    }
}
