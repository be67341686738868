/// The `event:` lines of the event stream.
public enum EventName: String, Sendable, Hashable, CaseIterable {
    /// An ``EntryResource``; its number is the event's `id`, so that a client can go on after it.
    case entry
    /// An ``OutcomeResource``.
    case outcome
    /// A ``ScannerEventResource``.
    case scanner
}
