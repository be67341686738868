public import Localization

/// Why a reading was rejected as a whole; no part of it is used.
public enum ScanRejection: Error, Sendable, Hashable, MessageConvertible {
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

    /// The English text.
    public var description: String { message.english }

    public var message: Message { Message("cannot use the reading: \(reason, "reason")") }

    private var reason: Message {
        switch self {
        case .eventsDropped: Message("keys were lost; scan again, slower")
        case .tooLong:
            Message(
                "it has more than {count} character",
                plural: "it has more than {count} characters",
                count: ScanReading.longest
            )
        case .controlCharacter(let byte): Message("it holds the control character \(byte, "character")")
        case .altCode:
            Message("the scanner sends Alt codes; set it to plain keys and a keyboard country, not ALT mode")
        case .deadKey(let code):
            Message(
                "key \(code, "key") is a dead key; set the layout of the scanner, or its variant nodeadkeys, to what the "
                    + "gun plays"
            )
        case .unreadableKey(let code):
            Message("key \(code, "key") stands for no character; check the layout of the scanner")
        case .noEnding:
            Message("it did not end; set the gun to send Enter or CR as suffix, or the framing of the scanner to idle")
        case .afterNoEnding: Message("the one before it did not end; scan again")
        case .partOfSymbol:
            Message("it is one symbol of several lines or parts; scan the label of the thing instead")
        case .severalCodes:
            Message(
                "several codes came at once, as the lines of one symbol do; scan them one by one, let the gun send AIM "
                    + "identifiers, or set memory: true for a gun that stores codes"
            )
        case .afterRefusal: Message("it came right after what was refused, and may be a part of it; scan it again")
        case .identifierMissing:
            Message("it came without the AIM identifier that the gun sends with others; scan it again")
        case .beginningMissing: Message("it began before the scanner was opened; scan again")
        case .notText: Message("it is no text in UTF-8; set the character encoding of the gun to UTF-8")
        case .lineNoise:
            Message("it was damaged on the line; check the speed, data bits, parity and stop bits of the scanner")
        case .outsideFrame: Message("it is not between STX and ETX; check the framing of the scanner")
        case .affixMissing(let affixes):
            Message(
                "it comes without \(affixes, "affixes"), which is set for the scanner; "
                    + "check the prefix and suffix of the scanner"
            )
        case .malformedReport:
            Message("the scanner contradicts its own description; update it, or set it to keyboard mode")
        case .reportMissing: Message("a part of it did not come; scan again")
        case .deviceGone: Message("the scanner went away before its end; scan again")
        case .readerStopped: Message("Outguide stopped before its end; scan again")
        }
    }
}
