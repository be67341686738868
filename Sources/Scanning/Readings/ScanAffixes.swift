import Barcodes

/// The characters that a scanner adds before and after the data of each barcode, such as a manufacturer's code
/// identifier; a setting of the scanner.
///
/// Control characters and keys belong to ``ScanFraming``.
public struct ScanAffixes: Sendable, Hashable, CustomStringConvertible {
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

    /// Such as `the prefix "D"`.
    public var description: String {
        let parts = [("prefix", prefix), ("suffix", suffix)].filter { !$0.1.isEmpty }
        return parts.map { name, text in "the \(name) \"\(text)\"" }.joined(separator: " and ")
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
