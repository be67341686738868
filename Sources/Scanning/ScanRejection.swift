/// Why a reading was refused as a whole; nothing of it is used.
public enum ScanRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kernel's buffer overflowed, so that keys are missing; one reading or several are lost.
    case eventsDropped
    /// It has more characters than ``KeyedReading/longest``.
    case tooLong
    /// A key gave this control character, as hostile or binary barcodes do.
    case controlCharacter(UInt8)
    /// Alt was held, as by scanners that send every character by its number on the keypad.
    case altCode
    /// A key that stands for no character in the scanner's layout; the number is the kernel's key code.
    case unreadableKey(UInt16)
    /// The keys stopped and neither Enter nor Tab had come.
    case noEnding
    /// It came after a reading that had not ended, so that it may be the rest of that one.
    case afterNoEnding
    /// Keys were down when the scanner was opened, so that the beginning is missing.
    case beginningMissing
    /// The scanner went away before the end.
    case deviceGone
    /// The reading of scanners was stopped before the end.
    case readerStopped

    public var description: String {
        switch self {
        case .eventsDropped: "cannot use the reading: keys were lost; scan again, slower"
        case .tooLong: "cannot use the reading: it has more than \(KeyedReading.longest) characters"
        case .controlCharacter(let byte): "cannot use the reading: it holds the control character \(byte)"
        case .altCode: "cannot use the reading: the scanner sends Alt codes; set it to plain keys"
        case .unreadableKey(let code):
            "cannot use the reading: key \(code) stands for no character; check the layout of the scanner"
        case .noEnding: "cannot use the reading: it did not end; set the scanner to send Enter after each barcode"
        case .afterNoEnding: "cannot use the reading: the one before it did not end; scan again"
        case .beginningMissing: "cannot use the reading: it began before the scanner was opened; scan again"
        case .deviceGone: "cannot use the reading: the scanner went away before its end; scan again"
        case .readerStopped: "cannot use the reading: Outguide stopped before its end; scan again"
        }
    }
}
