public import Barcodes

/// One finding about the setup of a scanner, good or in need of correction.
public enum ScannerFinding: Sendable, Hashable, CustomStringConvertible {
    /// How the scanner's line settings differ from those used to read it.
    public enum LineFault: Sendable, Hashable {
        /// This parity, whose bit is read as a data bit or a stop bit.
        case parity(SerialLine.Parity, dataBits: Int)
        /// A parity other than the configured one.
        case otherParity
        /// Seven data bits and a meaningless eighth, read as eight.
        case eighthBit
        /// Another speed, or another number of bits.
        case otherSpeed
    }

    /// Nothing was received.
    case nothingCame
    /// These bytes were received, in hexadecimal; they are not text.
    case unreadable(String)
    /// The line is read with the settings `read`, but the scanner sends differently.
    case lineWrong(read: SerialLine, sent: LineFault)
    /// The barcode was received as printed.
    case textRight
    case suffix(ScanEnding)
    case suffixMissing
    case aimPrefix(AIMIdentifier)
    case aimPrefixMissing
    /// The scanner uses one of these layouts instead of the declared one.
    case layoutWrong(declared: KeyboardLayout, played: [KeyboardLayout])
    /// Upper-case letters arrived as lower-case, or vice versa.
    case caseSwapped
    /// The last character of the barcode is missing.
    case lastCharacterMissing
    /// This many of the first characters of the barcode are missing.
    case beginningMissing(Int)
    /// This text preceded the barcode.
    case extraBefore(String)
    /// This text followed the barcode.
    case extraAfter(String)
    /// These keys or characters followed the end of the barcode.
    case afterEnding([String])
    /// Other text was received, which no known fault explains.
    case otherText(String)
    /// A reading was rejected.
    case refused(ScanRejection)

    /// Whether no correction is needed.
    public var isGood: Bool {
        switch self {
        case .textRight, .suffix, .aimPrefix: true
        default: false
        }
    }

    /// The observation.
    public var description: String {
        switch self {
        case .nothingCame: "nothing came"
        case .unreadable(let bytes): "what came is no text: \(bytes)"
        case .lineWrong(let read, .parity(let parity, let dataBits)):
            "the gun sends \(dataBits) data bits and \(parity) parity, and is read with \(read)"
        case .lineWrong(let read, .otherParity): "the gun sends another parity than it is read with: \(read)"
        case .lineWrong(let read, .eighthBit):
            "the gun sends 7 data bits and an eighth that is always set, and is read with \(read)"
        case .lineWrong(let read, .otherSpeed): "the characters are torn apart; the gun is read with \(read)"
        case .textRight: "the barcode came as printed, its check character included"
        case .suffix(let ending): "it ends with \(ending.rawValue)"
        case .suffixMissing: "it ends with nothing"
        case .aimPrefix(let identifier): "it says the kind of symbol: \(identifier)"
        case .aimPrefixMissing: "it does not say the kind of symbol"
        case .layoutWrong(let declared, let played):
            "it is read as \(declared) and plays \(played.map(\.description).joined(separator: " or "))"
        case .caseSwapped: "capitals and small letters are swapped"
        case .lastCharacterMissing: "the last character is missing"
        case .beginningMissing(1): "the first character is missing"
        case .beginningMissing(let count): "the first \(count) characters are missing"
        case .extraBefore(let text): "\"\(text)\" comes before the barcode"
        case .extraAfter(let text): "\"\(text)\" comes after the barcode"
        case .afterEnding(let names): "after its end comes \(names.joined(separator: " "))"
        case .otherText(let text): "it reads \"\(text)\""
        case .refused(let rejection): rejection.description
        }
    }

    /// The remedy; nil when no correction is needed.
    public var advice: String? {
        switch self {
        case .textRight, .suffix, .aimPrefix: nil
        case .unreadable:
            "set the gun to send UTF-8; if it plays a serial line, set its speed, data bits and parity as it is read"
        case .lineWrong(_, .parity(let parity, let dataBits)):
            "set dataBits: \(dataBits) and parity: \(parity) for the scanner, or 8 data bits and no parity in the gun"
        case .lineWrong(let read, .otherParity):
            read.parity == .none
                ? "set parity for the scanner to what the gun sends, or no parity in the gun"
                : "set parity: none and dataBits: 8 for the scanner, which most guns send, or \(read.parity) parity in the gun"
        case .lineWrong(_, .eighthBit): "set the gun to 8 data bits and no parity"
        case .lineWrong(let read, .otherSpeed):
            "set speed for the scanner to that of the gun, or \(read.speed) bits per second in the gun; most leave the "
                + "factory with 9600 or 115200"
        case .nothingCame: "check that the gun reads this kind of barcode and that its cable or radio is connected"
        case .suffixMissing: "set the gun to send Enter or CR after each barcode, or set framing: idle for it"
        case .aimPrefixMissing:
            "set the gun to send the AIM code identifier before the data, so that a wrong kind of barcode is noticed"
        case .layoutWrong(_, let played):
            "set layout: \(played.first?.description ?? "us") for the scanner, or the keyboard country of the gun"
        case .caseSwapped: "switch off Caps Lock, and Caps Lock override or simulated Caps Lock in the gun"
        case .lastCharacterMissing: "set the gun to send the check character, and no fixed length"
        case .beginningMissing:
            "clear the data editing rules of the gun, and set its inter-character delay to 5 ms or more"
        case .extraBefore(let text):
            "clear the prefix of the gun, or set prefix: \"\(text)\" for the scanner if it sends that before every barcode; a "
                + "letter that differs by the kind of barcode is a code identifier: set the gun to send AIM identifiers instead"
        case .extraAfter(let text):
            "clear the suffix of the gun but for Enter, CR or Tab, or set suffix: \"\(text)\" for the scanner"
        case .afterEnding: "clear what the gun sends after Enter, CR or Tab: it may be taken for the next barcode"
        case .otherText: "read the test barcode; if this was it, set the gun to its factory defaults"
        case .refused(let rejection):
            rejection == .altCode ? "set the gun to its keyboard country and not to ALT mode, or to HID POS" : nil
        }
    }
}
