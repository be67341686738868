public import Wire

/// An event that the daemon sends to all listeners.
public enum DaemonEvent: Sendable, Hashable {
    /// The stream is open: all later events will follow.
    case opened
    case entry(EntryResource)
    case outcome(OutcomeResource)
    case scanner(ScannerEventResource)
    case station(StationResource)
}
