/// How a scanner said that the barcode is complete.
public enum ScanEnding: String, Sendable, Hashable {
    /// Enter, or Enter on the keypad.
    case enter
    case tab
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case etx
    case escape = "esc"
    /// The report of a HID POS scanner that is not continued.
    case report
    /// Nothing came any more; to be trusted less than a suffix, as the rest may have been lost.
    case idle
}
