public import Wire

/// Something that the daemon tells everybody who listens.
public enum DaemonEvent: Sendable, Hashable {
    /// The stream stands: everything from here on follows.
    case opened
    case entry(EntryResource)
    case outcome(OutcomeResource)
    case scanner(ScannerEventResource)
    case station(StationResource)
}
