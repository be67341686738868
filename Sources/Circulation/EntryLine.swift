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

    init(entry: Entry, places: inout PlaceNames) throws {
        self.entry = entry
        switch entry.fact {
        case .transferred(let transfer):
            subject = try places.view.record(transfer.subject)
            from = try places.named(transfer.from)
            to = try places.named(transfer.to)
        case .registered:
            subject = try places.view.record(RecordID(registeredBy: entry.number))
            from = nil
            to = nil
        case .labelPrinted(let print):
            subject = try places.view.record(print.subject)
            from = nil
            to = nil
        case .unknown:
            subject = nil
            from = nil
            to = nil
        }
    }
}
