/// What one scanner sends, in the raw, and what becomes of it.
public enum ScannerSignal: Sendable, Hashable {
    case key(Keystroke)
    /// The kernel lost keys.
    case eventsDropped
    /// A HID POS report or a piece of a serial line, at this time in microseconds since 1970 UTC.
    case bytes([UInt8], time: Int64)
    case reading(ScanReading)
    case rejection(ScanRejection)
    /// The scanner is being read from here on.
    case attached(ScannerIdentity)
    case detached(ScannerIdentity)
    /// This many signals were lost here because nobody took them in time.
    case overflowed(lost: Int)
}
