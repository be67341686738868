/// How a scanner marked the end of a barcode.
public enum ReadingEnding: String, Sendable, Hashable, CaseIterable {
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
    /// A pause.
    ///
    /// It is less reliable than the others, because the rest may have been lost.
    case idle
}
