/// Raw input of one scanner, and the resulting readings.
public enum ScannerSignal: Sendable, Hashable {
    case key(Keystroke)
    /// The kernel lost keys.
    case eventsDropped
    /// A HID POS report or a chunk from a serial line, with its time in microseconds since 1970 UTC.
    case bytes([UInt8], time: Int64)
    case reading(ScanReading)
    case rejection(ScanRejection)
    /// The scanner is read from this point on.
    case attached(ScannerIdentity)
    case detached(ScannerIdentity)
    /// This many signals were lost because the queue was full.
    case overflowed(lost: Int)
}
