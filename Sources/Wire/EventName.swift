/// The values of the `event:` lines in the event stream.
public enum EventName: String, Sendable, Hashable, CaseIterable {
    /// An ``EntryResource``.
    ///
    /// Its number is the event's `id`, so that a client can resume after it.
    case entry
    /// An ``OutcomeResource``.
    case outcome
    /// A ``ScannerEventResource``.
    case scanner
    /// A ``StationResource``, after every reading at a station and whenever its clerk or its open context changes.
    case station
}
