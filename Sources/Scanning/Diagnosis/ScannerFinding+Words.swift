import Barcodes
public import Localization

extension ScannerFinding {
    /// The observation.
    public var message: Message {
        switch self {
        case .nothingCame: Message("nothing came")
        case .unreadable(let bytes): Message("what came is no text: \(bytes, "bytes")")
        case .lineWrong(let read, let fault): Self.message(of: fault, in: read)
        case .textRight: Message("the barcode came as printed, its check character included")
        case .suffix(let ending): Message("it ends with \(ending.rawValue, "ending")")
        case .suffixMissing: Message("it ends with nothing")
        case .aimPrefix(let identifier): Message("it says the kind of symbol: \(identifier, "identifier")")
        case .aimPrefixMissing: Message("it does not say the kind of symbol")
        case .layoutWrong(let declared, let played):
            Message(
                "it is read as \(declared, "declared") and plays "
                    + "\(.any(played.map { .text($0.description) }), "layouts")"
            )
        case .caseSwapped: Message("capitals and small letters are swapped")
        case .lastCharacterMissing: Message("the last character is missing")
        case .beginningMissing(1): Message("the first character is missing")
        case .beginningMissing(let count):
            Message(
                "the first {count} character is missing",
                plural: "the first {count} characters are missing",
                count: count
            )
        case .extraBefore(let text): Message("\"\(text, "text")\" comes before the barcode")
        case .extraAfter(let text): Message("\"\(text, "text")\" comes after the barcode")
        case .afterEnding(let names): Message("after its end comes \(names.joined(separator: " "), "keys")")
        case .otherText(let text): Message("it reads \"\(text, "text")\"")
        case .refused(let rejection): rejection.message
        }
    }

    private static func message(of fault: LineFault, in read: SerialLine) -> Message {
        switch fault {
        case .parity(let parity, let dataBits):
            Message(
                "the gun sends \(dataBits, "bits") data bits and \("\(parity)", "parity") parity, and is read with "
                    + "\(read, "line")"
            )
        case .otherParity: Message("the gun sends another parity than it is read with: \(read, "line")")
        case .eighthBit:
            Message("the gun sends 7 data bits and an eighth that is always set, and is read with \(read, "line")")
        case .otherSpeed: Message("the characters are torn apart; the gun is read with \(read, "line")")
        }
    }

    /// The remedy; nil when no correction is needed.
    public var advice: Message? {
        switch self {
        case .textRight, .suffix, .aimPrefix: nil
        case .unreadable:
            Message(
                "set the gun to send UTF-8; if it plays a serial line, set its speed, data bits and parity as it is read"
            )
        case .lineWrong(let read, let fault): Self.advice(against: fault, in: read)
        case .nothingCame:
            Message("check that the gun reads this kind of barcode and that its cable or radio is connected")
        case .suffixMissing: Message("set the gun to send Enter or CR after each barcode, or set framing: idle for it")
        case .aimPrefixMissing:
            Message(
                "set the gun to send the AIM code identifier before the data, so that a wrong kind of barcode is noticed"
            )
        case .layoutWrong(_, let played):
            Message(
                "set layout: \(played.first?.description ?? "us", "layout") for the scanner, or the keyboard country of "
                    + "the gun"
            )
        case .caseSwapped: Message("switch off Caps Lock, and Caps Lock override or simulated Caps Lock in the gun")
        case .lastCharacterMissing: Message("set the gun to send the check character, and no fixed length")
        case .beginningMissing:
            Message("clear the data editing rules of the gun, and set its inter-character delay to 5 ms or more")
        case .extraBefore(let text):
            Message(
                "clear the prefix of the gun, or set prefix: \"\(text, "text")\" for the scanner if it sends that before "
                    + "every barcode; a letter that differs by the kind of barcode is a code identifier: set the gun to "
                    + "send AIM identifiers instead"
            )
        case .extraAfter(let text):
            Message(
                "clear the suffix of the gun but for Enter, CR or Tab, or set suffix: \"\(text, "text")\" for the scanner"
            )
        case .afterEnding:
            Message("clear what the gun sends after Enter, CR or Tab: it may be taken for the next barcode")
        case .otherText: Message("read the test barcode; if this was it, set the gun to its factory defaults")
        case .refused(.altCode): Message("set the gun to its keyboard country and not to ALT mode, or to HID POS")
        case .refused: nil
        }
    }

    private static func advice(against fault: LineFault, in read: SerialLine) -> Message {
        switch fault {
        case .parity(let parity, let dataBits):
            Message(
                "set dataBits: \(dataBits, "bits") and parity: \("\(parity)", "parity") for the scanner, or 8 data bits "
                    + "and no parity in the gun"
            )
        case .otherParity where read.parity == .none:
            Message("set parity for the scanner to what the gun sends, or no parity in the gun")
        case .otherParity:
            Message(
                "set parity: none and dataBits: 8 for the scanner, which most guns send, or "
                    + "\("\(read.parity)", "parity") parity in the gun"
            )
        case .eighthBit: Message("set the gun to 8 data bits and no parity")
        case .otherSpeed:
            Message(
                "set speed for the scanner to that of the gun, or \(.number(Int64(read.speed)), "speed") bits per second "
                    + "in the gun; most leave the factory with 9600 or 115200"
            )
        }
    }
}
