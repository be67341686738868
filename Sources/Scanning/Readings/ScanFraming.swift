/// What marks the end of a barcode; a setting of the scanner.
///
/// HID POS scanners use reports and need no framing.
public enum ScanFraming: String, Sendable, Hashable, CaseIterable {
    /// Enter or Tab from a keyboard; CR, LF, CR LF, Tab or STX … ETX on a serial line.
    case suffix
    /// CR alone, which is Enter on a keyboard; a following line feed is ignored.
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case tab
    /// STX before and ETX after, as on Olivetti and CUTE terminals; CR, LF or Tab right before ETX is ignored.
    ///
    /// On a keyboard these are Control-B and Control-C.
    case stxEtx = "stx-etx"
    /// STX before and CR after, which is Enter on a keyboard; a following LF or ETX is ignored.
    case stxCarriageReturn = "stx-cr"
    /// Escape.
    case escape = "esc"
    /// Any suffix or a pause, for scanners that cannot send a suffix.
    case idle

    /// Whether a barcode must begin with STX.
    var needsBeginning: Bool { self == .stxEtx || self == .stxCarriageReturn }
}
