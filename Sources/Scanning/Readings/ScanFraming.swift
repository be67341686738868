/// What marks the end of a barcode: a setting of the scanner.
///
/// HID POS scanners have reports and need none.
public enum ScanFraming: String, Sendable, Hashable, CaseIterable {
    /// Enter or Tab from a keyboard; CR, LF, CR LF, Tab or STX … ETX on a serial line.
    case suffix
    /// CR alone, which is Enter on a keyboard; a line feed that follows is ignored.
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case tab
    /// STX before and ETX after, as Olivetti and CUTE terminals have it: CR, LF or Tab right before ETX is ignored. On a
    /// keyboard these are Control with B and with C.
    case stxEtx = "stx-etx"
    /// STX before and CR after, which is Enter on a keyboard; an LF or ETX that follows is ignored.
    case stxCarriageReturn = "stx-cr"
    /// Escape.
    case escape = "esc"
    /// Any suffix, or else a pause, for scanners that cannot send a suffix.
    case idle

    /// A barcode has to begin with STX.
    var needsBeginning: Bool { self == .stxEtx || self == .stxCarriageReturn }
}
