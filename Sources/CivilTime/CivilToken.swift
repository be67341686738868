import Vocabulary

/// A part of a text that names a day or time.
enum CivilToken: Sendable, Hashable {
    case number(Int, digits: Int)
    /// A number of at most two digits with the mark of an ordinal: `24.`, `1st`, `1er`.
    case ordinal(Int)
    /// Three numbers with the separator between them.
    case date([NumberPart], separator: UInt8)
    /// A time of day, perhaps with its zone.
    case time(CivilTime.Clock)
    case word(CivilWords.Meaning)
    /// What has no meaning as a word, and may be a zone.
    case other(String)

    /// A number of a date.
    struct NumberPart: Sendable, Hashable {
        let value: Int
        let digits: Int
    }

    /// The maximum number of tokens.
    static let most = 16

    /// Splits a text; nil if it is too long.
    static func tokens(_ text: String, _ words: CivilWords) -> [CivilToken]? {
        let parts = text.split(whereSeparator: \.isWhitespace).flatMap(split)
        guard parts.count <= most else { return nil }
        let folded = parts.map { FoldedText.words($0).joined() }
        var (tokens, index): ([CivilToken], Int) = ([], 0)
        while index < parts.count {
            if let (meaning, count) = words.meaning(of: folded[index...]) {
                if meaning != .filler { tokens.append(.word(meaning)) }
                index += count
                continue
            }
            tokens.append(token(parts[index]))
            index += 1
        }
        return tokens
    }

    /// Separates `2026-11-24T09:00` at the letter, and `2pm` and `14h` behind the digits.
    private static func split(_ word: Substring) -> [String] {
        let text = String(word)
        let bytes = Array(text.utf8)
        if bytes.count > 11, bytes[4] == UInt8(ascii: "-"), bytes[10] | 0x20 == UInt8(ascii: "t") {
            let date = String(decoding: bytes[..<10], as: UTF8.self)
            return [date, String(decoding: bytes[11...], as: UTF8.self)]
        }
        let letters = bytes.reversed().prefix { (0x61...0x7a).contains($0 | 0x20) || $0 == UInt8(ascii: ".") }.count
        let digits = bytes.count - letters
        guard digits > 0, letters > 0, ZoneText.isDigit(bytes[digits - 1]) else { return [text] }
        let suffix = String(decoding: bytes[digits...], as: UTF8.self).lowercased()
        guard ["am", "pm", "a.m.", "p.m.", "h"].contains(suffix) else { return [text] }
        return [String(decoding: bytes[..<digits], as: UTF8.self), suffix]
    }

    private static func token(_ word: String) -> CivilToken {
        let bytes = Array(word.utf8)
        if let time = time(bytes) { return .time(time) }
        var rest = bytes[...]
        while rest.last == UInt8(ascii: ",") { rest.removeLast() }
        for separator in [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-")] {
            let parts = rest.split(separator: separator, omittingEmptySubsequences: false).map(part)
            if parts.count == 3, !parts.contains(nil) { return .date(parts.compactMap(\.self), separator: separator) }
        }
        for ending in [".", "st", "nd", "rd", "th", "er", "º", "ª"]
        where rest.reversed().starts(with: ending.utf8.reversed()) {
            let ordinal = rest.dropLast(ending.utf8.count)
            if let number = part(ordinal), number.digits < 3 { return .ordinal(number.value) }
        }
        return part(rest).map { .number($0.value, digits: $0.digits) } ?? .other(word)
    }

    /// Parses a number of at most four digits.
    private static func part(_ bytes: ArraySlice<UInt8>) -> NumberPart? {
        guard (1...4).contains(bytes.count), bytes.allSatisfy(ZoneText.isDigit) else { return nil }
        return NumberPart(value: bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits: bytes.count)
    }

    /// Parses `9:00`, `09:00:30`, `14h05`, each perhaps with `Z` or an offset.
    private static func time(_ bytes: [UInt8]) -> CivilTime.Clock? {
        let mark = bytes.firstIndex { $0 == UInt8(ascii: ":") || $0 | 0x20 == UInt8(ascii: "h") }
        guard let mark, let hour = part(bytes[..<mark]), hour.digits < 3, hour.value < 24 else { return nil }
        var rest = bytes[(mark + 1)...]
        guard let minute = twoDigits(&rest), minute < 60 else { return nil }
        var second: Int?
        if rest.first == UInt8(ascii: ":"), bytes[mark] == UInt8(ascii: ":") {
            rest.removeFirst()
            guard let value = twoDigits(&rest), value < 60 else { return nil }
            second = value
        }
        let zone = String(decoding: rest, as: UTF8.self)
        let isZone = zone.isEmpty || zone == "Z" || zone == "z" || ZoneText.offset(zone) != nil
        guard isZone else { return nil }
        return CivilTime.Clock(
            second: hour.value * 3_600 + minute * 60 + (second ?? 0),
            hasSeconds: second != nil,
            zone: zone.isEmpty ? nil : ZoneText.normalized(zone)
        )
    }

    private static func twoDigits(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        guard let number = part(bytes.prefix(2)), number.digits == 2 else { return nil }
        bytes = bytes.dropFirst(2)
        return number.value
    }
}
