/// Why a reading was refused as a whole; nothing of it is used.
public enum ScanRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kernel's buffer overflowed, so that keys are missing; one reading or several are lost.
    case eventsDropped
    /// It has more characters than ``ScanReading/longest``.
    case tooLong
    /// It holds this control character, as hostile or binary barcodes do.
    case controlCharacter(UInt8)
    /// The scanner sends characters by their numbers on the keypad, and not every digit can have arrived.
    case altCode
    /// A dead key that makes no certain character with the key after it; the number is the kernel's key code.
    case deadKey(UInt16)
    /// A key that stands for no character in the scanner's layout; the number is the kernel's key code.
    case unreadableKey(UInt16)
    /// The data stopped and the end had not come.
    case noEnding
    /// It came after a reading that had not ended, so that it may be the rest of that one.
    case afterNoEnding
    /// It is one symbol of several lines or reports, and nothing of it is used.
    case partOfSymbol
    /// It came in one burst with other codes, none of which has an AIM identifier: they may be the lines of one symbol.
    case severalCodes
    /// It came in one burst with something that was refused, of which it may be a part.
    case afterRefusal
    /// The gun sent an AIM identifier with the barcode before, and none with this one.
    case identifierMissing
    /// Keys were down when the scanner was opened, so that the beginning is missing.
    case beginningMissing
    /// The bytes are no text in UTF-8.
    case notText
    /// The line reported a parity or framing error, or a break.
    case lineNoise
    /// Data came outside STX and ETX.
    case outsideFrame
    /// It lacks the letters that the scanner is set to put before or after each barcode.
    case affixMissing(ScanAffixes)
    /// A report of a HID POS scanner contradicts the scanner's own description of it.
    case malformedReport
    /// The report that continues the one before did not come.
    case reportMissing
    /// The scanner went away before the end.
    case deviceGone
    /// The reading of scanners was stopped before the end.
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
