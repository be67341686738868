/// A language with its script, territory and variants: the language tag of RFC 5646 without extensions.
///
/// `de`, `de-AT`, `zh-Hant-TW`, `ca-valencia`.
public struct LanguageTag: Sendable, Hashable {
    /// The maximum length of a text that is parsed, in bytes.
    public static let longest = 64

    /// The code of the language: 2 to 8 lower-case letters.
    public let language: String
    /// The code of the script, such as `Latn`; nil for the usual one.
    public let script: String?
    /// The code of the country or region, such as `AT` or `419`; nil for none.
    public let territory: String?
    /// The variants, in lower case and in the order of the text.
    public let variants: [String]

    public static let english = LanguageTag(language: "en")
    /// The locale `C` or `POSIX`: English with dates according to ISO 8601 and without grouped digits.
    public static let plain = LanguageTag(language: "en", variants: ["posix"])
    /// The pseudo-locale, for tests of layouts; ``PseudoText`` makes its texts.
    public static let pseudo = LanguageTag(language: "xx")

    init(language: String, script: String? = nil, territory: String? = nil, variants: [String] = []) {
        self.language = language
        self.script = script
        self.territory = territory
        self.variants = variants
    }

    /// Parses a tag in any case; nil for anything else.
    ///
    /// An extended language subtag and everything from a one-character subtag on are left out.
    public init?(_ text: some StringProtocol) {
        guard (2...Self.longest).contains(text.utf8.count) else { return nil }
        let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(Self.isAlphanumeric) }) else {
            return nil
        }
        var rest = subtags.prefix { $0.count > 1 }[...]
        guard let first = rest.popFirst(), first.allSatisfy(Self.isLetter) else { return nil }
        var (script, territory, variants): (String?, String?, [String]) = (nil, nil, [])
        while let part = rest.first, part.count == 3, part.allSatisfy(Self.isLetter) { rest.removeFirst() }
        if let part = rest.first, part.count == 4, part.allSatisfy(Self.isLetter) {
            let lower = String(decoding: part, as: UTF8.self).lowercased()
            script = lower.prefix(1).uppercased() + lower.dropFirst()
            rest.removeFirst()
        }
        if let part = rest.first,
            part.count == 2 && part.allSatisfy(Self.isLetter) || part.count == 3 && part.allSatisfy(Self.isDigit)
        {
            territory = String(decoding: part, as: UTF8.self).uppercased()
            rest.removeFirst()
        }
        while let part = rest.popFirst() {
            guard part.count > 4 || part.count == 4 && part.first.map(Self.isDigit) == true else { return nil }
            variants.append(String(decoding: part, as: UTF8.self).lowercased())
        }
        let language = String(decoding: first, as: UTF8.self).lowercased()
        self.init(language: language, script: script, territory: territory, variants: variants)
    }

    /// The tag and its more general forms, down to the language alone (RFC 4647, section 3.4).
    ///
    /// `zh-Hant-TW`, `zh-Hant`, `zh`.
    public var fallbacks: [LanguageTag] {
        var tags = [self]
        for count in variants.indices.reversed() {
            let shorter = Array(variants[..<count])
            tags.append(LanguageTag(language: language, script: script, territory: territory, variants: shorter))
        }
        if territory != nil { tags.append(LanguageTag(language: language, script: script)) }
        if script != nil { tags.append(LanguageTag(language: language)) }
        return tags
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}

extension LanguageTag: CustomStringConvertible {
    public var description: String {
        ([language, script, territory].compactMap(\.self) + variants).joined(separator: "-")
    }
}
