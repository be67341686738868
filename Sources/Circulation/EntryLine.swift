public import Records
import TransferLog

/// An entry with the thing and the places that it is about.
public struct EntryLine: Sendable, Hashable {
    public let entry: Entry
    public let subject: Record?
    /// Where the thing came from; nil for entries that are not transfers.
    public let from: NamedPlacement?
    /// Where it went; nil for entries that are not transfers.
    public let to: NamedPlacement?
    /// The thing that a document was taken from, to become one of the subject.
    public let documentOrigin: Record?

    init(entry: Entry, places: inout PlaceNames) throws {
        self.entry = entry
        subject = try entry.subject.flatMap { try places.view.record($0) }
        documentOrigin =
            if case .documentMoved(let move) = entry.fact { try places.view.record(move.origin) } else { nil }
        if case .transferred(let transfer) = entry.fact {
            from = try places.named(transfer.from)
            to = try places.named(transfer.to)
        } else {
            from = nil
            to = nil
        }
    }
}
