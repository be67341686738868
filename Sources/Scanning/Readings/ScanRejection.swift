/// Why a reading was rejected as a whole; no part of it is used.
public enum ScanRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kernel's buffer overflowed, so keys are missing and one or more readings are lost.
    case eventsDropped
    /// It has more characters than ``ScanReading/longest``.
    case tooLong
    /// It contains this control character, as hostile or binary barcodes do.
    case controlCharacter(UInt8)
    /// The scanner sends characters by their numbers on the keypad, and some digits may be missing.
    case altCode
    /// The combination of a dead key with the next key is not certain; the number is the kernel's key code.
    case deadKey(UInt16)
    /// A key has no character in the scanner's layout; the number is the kernel's key code.
    case unreadableKey(UInt16)
    /// The data stopped before the end.
    case noEnding
    /// It followed a reading without an end, so it may be the remainder of that one.
    case afterNoEnding
    /// It is part of one symbol with several lines or reports; no part of the symbol is used.
    case partOfSymbol
    /// It was in a burst of codes without AIM identifiers, which may be the lines of one symbol.
    case severalCodes
    /// It was in a burst with rejected input, and may be part of it.
    case afterRefusal
    /// The scanner sent an AIM identifier with the previous barcode but not with this one.
    case identifierMissing
    /// Keys were down when the scanner was opened, so the beginning is missing.
    case beginningMissing
    /// The bytes are not valid UTF-8.
    case notText
    /// The line reported a parity or framing error, or a break.
    case lineNoise
    /// Data was received outside STX and ETX.
    case outsideFrame
    /// It lacks the characters that the scanner is set to add before or after each barcode.
    case affixMissing(ScanAffixes)
    /// A report of a HID POS scanner contradicts its report descriptor.
    case malformedReport
    /// The report that continues the previous one is missing.
    case reportMissing
    /// The scanner was unplugged before the end.
    case deviceGone
    /// The reader was stopped before the end.
    case readerStopped

    public var description: String { "cannot use the reading: \(reason)" }

    private var reason: String {
        switch self {
        case .eventsDropped: "keys were lost; scan again, slower"
        case .tooLong: "it has more than \(ScanReading.longest) characters"
        case .controlCharacter(let byte): "it holds the control character \(byte)"
        case .altCode: "the scanner sends Alt codes; set it to plain keys and a keyboard country, not ALT mode"
        case .deadKey(let code):
            "key \(code) is a dead key; set the layout of the scanner, or its variant nodeadkeys, to what the gun plays"
        case .unreadableKey(let code): "key \(code) stands for no character; check the layout of the scanner"
        case .noEnding:
            "it did not end; set the gun to send Enter or CR as suffix, or the framing of the scanner to idle"
        case .afterNoEnding: "the one before it did not end; scan again"
        case .partOfSymbol: "it is one symbol of several lines or parts; scan the label of the thing instead"
        case .severalCodes:
            "several codes came at once, as the lines of one symbol do; scan them one by one, let the gun send AIM "
                + "identifiers, or set memory: true for a gun that stores codes"
        case .afterRefusal: "it came right after what was refused, and may be a part of it; scan it again"
        case .identifierMissing: "it came without the AIM identifier that the gun sends with others; scan it again"
        case .beginningMissing: "it began before the scanner was opened; scan again"
        case .notText: "it is no text in UTF-8; set the character encoding of the gun to UTF-8"
        case .lineNoise: "it was damaged on the line; check the speed, data bits, parity and stop bits of the scanner"
        case .outsideFrame: "it is not between STX and ETX; check the framing of the scanner"
        case .affixMissing(let affixes):
            "it comes without \(affixes), which is set for the scanner; check the prefix and suffix of the scanner"
        case .malformedReport: "the scanner contradicts its own description; update it, or set it to keyboard mode"
        case .reportMissing: "a part of it did not come; scan again"
        case .deviceGone: "the scanner went away before its end; scan again"
        case .readerStopped: "Outguide stopped before its end; scan again"
        }
    }
}
