public import Barcodes

/// One thing about the set-up of a scanner, good or to be mended.
public enum ScannerFinding: Sendable, Hashable, CustomStringConvertible {
    /// Nothing at all came.
    case nothingCame
    /// The barcode came as printed.
    case textRight
    case suffix(ScanEnding)
    case suffixMissing
    case aimPrefix(AIMIdentifier)
    case aimPrefixMissing
    /// The gun plays one of these layouts, and not the declared one.
    case layoutWrong(declared: KeyboardLayout, played: [KeyboardLayout])
    /// Capitals came as small letters, or the other way round.
    case caseSwapped
    /// The last character of the barcode did not come.
    case lastCharacterMissing
    /// So many of the first characters of the barcode did not come.
    case beginningMissing(Int)
    /// This came before the barcode.
    case extraBefore(String)
    /// This came after the barcode.
    case extraAfter(String)
    /// These keys or characters came after the end of the barcode.
    case afterEnding([String])
    /// Something else came, which no known fault explains.
    case otherText(String)
    /// A reading was refused.
    case refused(ScanRejection)

    /// Nothing has to be mended.
    public var isGood: Bool {
        switch self {
        case .textRight, .suffix, .aimPrefix: true
        default: false
        }
    }

    /// What was seen.
    public var description: String {
        switch self {
        case .nothingCame: "nothing came"
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

    /// What to do; nil where nothing has to be mended.
    public var advice: String? {
        switch self {
        case .textRight, .suffix, .aimPrefix: nil
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
        case .extraBefore: "clear the prefix of the gun; only the AIM code identifier may stand there"
        case .extraAfter: "clear the suffix of the gun but for Enter, CR or Tab"
        case .afterEnding: "clear what the gun sends after Enter, CR or Tab: it may be taken for the next barcode"
        case .otherText: "read the test barcode; if this was it, set the gun to its factory defaults"
        case .refused(let rejection):
            rejection == .altCode ? "set the gun to its keyboard country and not to ALT mode, or to HID POS" : nil
        }
    }
}
