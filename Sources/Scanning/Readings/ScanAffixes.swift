import Barcodes
public import Localization

/// The characters that a scanner adds before and after the data of each barcode, such as a manufacturer's code
/// identifier; a setting of the scanner.
///
/// Control characters and keys belong to ``ScanFraming``.
public struct ScanAffixes: Sendable, Hashable, MessageConvertible {
    /// The maximum length of each affix in characters.
    public static let longest = 16

    /// Precedes the data, before or after an AIM identifier; empty for none.
    public let prefix: String
    /// Follows the data; empty for none.
    public let suffix: String

    public init(prefix: String = "", suffix: String = "") {
        self.prefix = prefix
        self.suffix = suffix
    }

    /// The characters around `data` in a text; nil when the text does not contain `data`, ignoring case.
    init?(around data: String, in text: String) {
        let upper = text.uppercased()
        guard upper.count == text.count, let range = upper.firstRange(of: data) else { return nil }
        let count = upper.distance(from: upper.startIndex, to: range.lowerBound)
        var before = String(text.prefix(count))
        if let rest = AIMIdentifier.split(before)?.rest { before = rest }
        // The identifier may also follow the prefix.
        if before.count >= 3, AIMIdentifier.split(String(before.suffix(3))) != nil { before.removeLast(3) }
        self.init(prefix: before, suffix: String(text.dropFirst(count + data.count)))
    }

    public var isEmpty: Bool { prefix.isEmpty && suffix.isEmpty }

    /// Whether an affix may have this text: printable ASCII characters.
    public static func isUsable(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
    }

    /// The English text, such as `the prefix "D"`.
    public var description: String { message.english }

    /// The affixes as a term.
    public var message: Message {
        if suffix.isEmpty { return Message("the prefix \"\(prefix, "prefix")\"") }
        if prefix.isEmpty { return Message("the suffix \"\(suffix, "suffix")\"") }
        return Message("the prefix \"\(prefix, "prefix")\" and the suffix \"\(suffix, "suffix")\"")
    }

    /// Combines these affixes with inner ones.
    public func around(_ inner: ScanAffixes) -> ScanAffixes {
        ScanAffixes(prefix: prefix + inner.prefix, suffix: inner.suffix + suffix)
    }

    /// Removes the affixes from a reading; rejects it when they are missing.
    func strip(_ outcome: ReadingOutcome) -> ReadingOutcome {
        guard case .reading(let reading) = outcome, !isEmpty else { return outcome }
        guard let text = data(in: reading.text) else { return .rejection(.affixMissing(self)) }
        return .reading(ScanReading(reading, text: text))
    }

    private func data(in text: String) -> String? {
        let identifier: String
        var rest: String
        if text.hasPrefix(prefix) {
            (identifier, rest) = ("", String(text.dropFirst(prefix.count)))
        } else if let split = AIMIdentifier.split(text), split.rest.hasPrefix(prefix) {
            (identifier, rest) = (split.identifier.description, String(split.rest.dropFirst(prefix.count)))
        } else {
            return nil
        }
        guard rest.hasSuffix(suffix) else { return nil }
        rest.removeLast(suffix.count)
        let isEmpty = (AIMIdentifier.split(rest)?.rest ?? rest).isEmpty
        return isEmpty ? nil : identifier + rest
    }
}

/// Settings of a scanner that describe the symbols it reads and how it sends them.
public struct SymbolHabits: Sendable, Hashable {
    /// It stores codes, for example those read out of range of its base, and later sends them in immediate
    /// succession.
    public var sendsMemory: Bool
    /// It reads only linear symbols, and no QR, Data Matrix or PDF417 symbols, which may contain several lines.
    public var readsLinearOnly: Bool
    /// It puts the same characters before each symbol, so a line without them does not begin a symbol.
    var marksEachSymbol: Bool

    public init(sendsMemory: Bool = false, readsLinearOnly: Bool = false, marksEachSymbol: Bool = false) {
        self.sendsMemory = sendsMemory
        self.readsLinearOnly = readsLinearOnly
        self.marksEachSymbol = marksEachSymbol
    }

    /// Whether a reading is certainly a whole symbol, so that later input cannot belong to it.
    ///
    /// This is certain for data between STX and ETX, and for a symbology without control characters, and therefore
    /// without a suffix. It is also certain for a barcode minted by Outguide, which has a fixed length and a check
    /// character, if it is the only line of its symbol: in a linear symbol, or in a HID POS report that is not full.
    /// In a QR code, or from a scanner that does not report the symbology, the same number may be the first line of a
    /// delivery note.
    func isWhole(_ reading: ScanReading) -> Bool {
        if reading.ending == .etx { return true }
        if reading.fillsReport { return false }
        if let symbology = reading.symbology, symbology.excludesControlCharacters { return true }
        let hasOneLine = readsLinearOnly || reading.ending == .report || reading.symbology?.isLinear == true
        return hasOneLine && (try? MintedBarcode(parsing: reading.data)) != nil
    }
}

/// The control characters that belong to the transmission rather than to a barcode, and are ignored between two
/// barcodes (ISO/IEC 646 and ISO/IEC 6429).
///
/// Within a barcode they are rejected like all control characters. SOH, STX and DLE begin a sequence, DC2 and DC4
/// switch devices that scanners do not have, and the others are data; these are rejected between barcodes too.
enum TransmissionControl {
    /// Time fill, like NUL.
    static let delete: UInt8 = 127

    static func contains(_ control: UInt8) -> Bool {
        switch control {
        case 0, 3, 4, 5, 6, 7: true  // NUL, ETX, EOT, ENQ, ACK, BEL
        case 17, 19: true  // DC1 and DC3: XON and XOFF
        case 21, 22, 23: true  // NAK, SYN, ETB
        case delete: true
        default: false
        }
    }
}
