/// How a scanner marked the end of the barcode.
public enum ScanEnding: String, Sendable, Hashable {
    /// Enter, or Enter on the keypad.
    case enter
    case tab
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case etx
    case escape = "esc"
    /// The last report of a HID POS scanner.
    case report
    /// A pause; less reliable than a suffix, because the remainder may have been lost.
    case idle
}
