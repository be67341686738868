/// The `event:` lines of the event stream.
public enum EventName: String, Sendable, Hashable, CaseIterable {
    /// An ``EntryResource``; its number is the event's `id`, so that a client can go on after it.
    case entry
    /// An ``OutcomeResource``.
    case outcome
    /// A ``ScannerEventResource``.
    case scanner
    /// A ``StationResource``, after every reading at a station and whenever its clerk or what it has open changes.
    case station
}
