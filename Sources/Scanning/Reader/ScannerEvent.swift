/// What happens at the scanners, in the order in which it happened at each one.
public enum ScannerEvent: Sendable, Hashable {
    /// From now on the scanner is read, and no other program gets its keys.
    case attached(ScannerIdentity)
    /// The scanner is gone, or is no longer named.
    case detached(ScannerIdentity)
    case scan(Scan)
    case rejected(ScanRejection, ScannerIdentity)
    case failed(ScannerFailure, ScannerIdentity)
    /// This many events, readings among them, were lost here because nobody took them in time.
    case overflowed(lost: Int)
    /// Plugging and unplugging can no longer be seen, for the reason in this `errno`; the last event of the reader.
    case watchingEnded(Int32)
}
