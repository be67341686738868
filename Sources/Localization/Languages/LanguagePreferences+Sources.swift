extension LanguagePreferences {
    /// The maximum length of a header, in bytes; a longer one is ignored.
    public static let longestHeader = 1_000

    /// Parses the value of `Accept-Language` (RFC 9110, section 12.5.4).
    ///
    /// Languages of quality 0 and elements that are malformed are left out. Among languages of the same quality the
    /// order of the header counts.
    public init(acceptLanguage header: String) {
        guard header.utf8.count <= Self.longestHeader else {
            self.init(ranges: [])
            return
        }
        let elements = header.split(separator: ",").prefix(Self.mostRanges).compactMap(Self.element)
        let accepted = elements.enumerated().filter { $0.element.quality > 0 }.sorted { left, right in
            (-left.element.quality, left.offset) < (-right.element.quality, right.offset)
        }
        self.init(ranges: accepted.map(\.element.range))
    }

    /// Reads the variables of POSIX and gettext that select the language of messages.
    ///
    /// The locale is the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set. As in gettext, `LANGUAGE` lists
    /// languages that precede it, unless the locale is `C`.
    ///
    /// - Parameter variable: returns the value of a variable; nil if it is not set.
    public init(environment variable: (String) -> String?) {
        let locale = LanguageTag(category: "LC_MESSAGES", in: variable)
        guard let locale, locale != .plain, let list = variable("LANGUAGE"), list.utf8.count <= Self.longestHeader
        else {
            self.init(locale.map { [$0] } ?? [])
            return
        }
        let listed = list.split(separator: ":").prefix(Self.mostRanges).compactMap { LanguageTag(posix: String($0)) }
        let named = listed.map { tag in
            // The territory of the locale also counts for its language in the list.
            tag.language == locale.language && tag.territory == nil ? locale : tag
        }
        self.init(named + [locale])
    }

    /// The value of `Accept-Language` for these languages; nil if English is preferred.
    ///
    /// Only ten are listed, because quality has one decimal here.
    public var acceptLanguage: String? {
        guard let first = tags.first, first.language != LanguageTag.english.language else { return nil }
        return tags.prefix(10).enumerated().map { index, tag in
            index == 0 ? "\(tag)" : "\(tag);q=0.\(10 - index)"
        }.joined(separator: ", ")
    }

    /// Parses `de-AT;q=0.8`; the quality is returned in thousandths.
    private static func element(_ text: Substring) -> (range: Range, quality: Int)? {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
        guard let name = parts.first, parts.count <= 2, let range = range(name) else { return nil }
        guard parts.count == 2 else { return (range, 1_000) }
        return quality(parts[1]).map { (range, $0) }
    }

    private static func range(_ name: Substring) -> Range? {
        name == "*" ? .any : LanguageTag(name).map(Range.tag)
    }

    /// Parses `q=0.8` as 800.
    private static func quality(_ text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        guard (3...7).contains(bytes.count), bytes[0] | 0x20 == UInt8(ascii: "q"), bytes[1] == UInt8(ascii: "="),
            bytes.count < 4 || bytes[3] == UInt8(ascii: ".")
        else { return nil }
        let digits = [bytes[2]] + bytes.dropFirst(4)
        guard digits.allSatisfy(LanguageTag.isDigit) else { return nil }
        let value = (0..<4).reduce(0) { sum, index in
            sum * 10 + (index < digits.count ? Int(digits[index] - UInt8(ascii: "0")) : 0)
        }
        return value <= 1_000 ? value : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = Substring(text.utf8.dropFirst()) }
        while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = Substring(text.utf8.dropLast()) }
        return text
    }
}
