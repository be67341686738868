import Barcodes

/// Letters that a scanner puts before and after the data of each barcode, such as a code identifier of its maker: a setting
/// of the scanner.
///
/// Control characters and keys are ``ScanFraming``.
public struct ScanAffixes: Sendable, Hashable, CustomStringConvertible {
    /// The most characters that each may have.
    public static let longest = 16

    /// Stands before the data, before or after an AIM identifier; empty for none.
    public let prefix: String
    /// Stands after the data; empty for none.
    public let suffix: String

    public init(prefix: String = "", suffix: String = "") {
        self.prefix = prefix
        self.suffix = suffix
    }

    /// What stands around `data` in a text; nil when `data` is not in it, whatever the case of its letters.
    init?(around data: String, in text: String) {
        let upper = text.uppercased()
        guard upper.count == text.count, let range = upper.firstRange(of: data) else { return nil }
        let count = upper.distance(from: upper.startIndex, to: range.lowerBound)
        var before = String(text.prefix(count))
        if let rest = AIMIdentifier.split(before)?.rest { before = rest }
        // The identifier may stand behind the letters too.
        if before.count >= 3, AIMIdentifier.split(String(before.suffix(3))) != nil { before.removeLast(3) }
        self.init(prefix: before, suffix: String(text.dropFirst(count + data.count)))
    }

    public var isEmpty: Bool { prefix.isEmpty && suffix.isEmpty }

    /// Whether a scanner may be set to put this text before or after a barcode: characters of ASCII that print.
    public static func isUsable(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
    }

    /// Such as `the prefix "D"`.
    public var description: String {
        let parts = [("prefix", prefix), ("suffix", suffix)].filter { !$0.1.isEmpty }
        return parts.map { name, text in "the \(name) \"\(text)\"" }.joined(separator: " and ")
    }

    /// These around what stands inside them.
    public func around(_ inner: ScanAffixes) -> ScanAffixes {
        ScanAffixes(prefix: prefix + inner.prefix, suffix: inner.suffix + suffix)
    }

    /// The reading without the letters; refused when they are not there.
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
