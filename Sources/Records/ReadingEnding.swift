/// How a gun said that a barcode is complete.
public enum ReadingEnding: String, Sendable, Hashable, CaseIterable {
    /// Enter, or Enter on the keypad.
    case enter
    case tab
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case etx
    case escape = "esc"
    /// The report of a HID POS gun that is not continued.
    case report
    /// Nothing came any more: to be trusted less than the others, as the rest may have been lost.
    case idle
}
