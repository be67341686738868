/// A file name split into runs of digits and the text between them.
struct NameParts {
    private enum Part: Equatable {
        case text(String)
        case number(Substring)
    }

    private var parts: [Part] = []

    init(_ stem: Substring) {
        var rest = stem[...]
        while let first = rest.first {
            let isNumber = Self.isDigit(first)
            let run = rest.prefix { Self.isDigit($0) == isNumber }
            parts.append(isNumber ? .number(run) : .text(String(run)))
            rest = rest.dropFirst(run.count)
        }
    }

    /// Removes and returns the copy number, such as the 2 of `scan (2)`.
    mutating func takeCopyNumber() -> NaturalName.Number? {
        guard parts.count >= 3, case .text(let before) = parts[parts.count - 3],
            case .number(let number) = parts[parts.count - 2], parts.last == .text(")"), before.hasSuffix("(")
        else { return nil }
        parts.removeLast(3)
        let base = Self.trimmed(before.dropLast(), " ")
        if !base.isEmpty { parts.append(.text(base)) }
        return NaturalName.Number(number)
    }

    /// Converts digits that are not counters to text: a day or month before a year, a twelve-hour clock, random
    /// letters and digits.
    mutating func keepUnordered() {
        guard !isClockOfTwelveHours else { return makeText(Array(parts.indices)) }
        for index in parts.indices where endsInYear(at: index) { makeText([index]) }
        for index in parts.indices.dropLast(4) where isDateBeforeYear(at: index) {
            makeText([index, index + 2, index + 4])
        }
        makeText(random)
    }

    var numbers: [NaturalName.Number] {
        parts.compactMap { if case .number(let digits) = $0 { NaturalName.Number(digits) } else { nil } }
    }

    var series: String {
        parts.map { if case .text(let text) = $0 { text } else { "\0" } }.joined()
    }

    /// The text before the only number, which ends the name, or the whole name when it has no number.
    var baseOfCounter: String? {
        guard numbers.count <= 1 else { return nil }
        var before = parts
        if case .number? = parts.last { before.removeLast() }
        var base = ""
        for part in before {
            guard case .text(let text) = part else { return nil }
            base += text
        }
        base = Self.trimmed(base[...], " _-.#")
        return base.isEmpty && numbers.isEmpty ? nil : base
    }

    private mutating func makeText(_ indices: [Int]) {
        for index in indices { if case .number(let digits) = parts[index] { parts[index] = .text(String(digits)) } }
    }

    private func digits(at index: Int) -> Substring? {
        guard parts.indices.contains(index), case .number(let digits) = parts[index] else { return nil }
        return digits
    }

    /// Matches `3.05 pm`.
    private var isClockOfTwelveHours: Bool {
        parts.contains { part in
            guard case .text(let text) = part else { return false }
            return text.split { !$0.isLetter }.contains { $0 == "am" || $0 == "pm" }
        }
    }

    /// Matches `29112026`.
    private func endsInYear(at index: Int) -> Bool {
        guard let digits = digits(at: index), digits.count == 8 else { return false }
        return !Self.isYear(digits.prefix(4)) && Self.isYear(digits.suffix(4))
    }

    /// Matches `29.11.2026`, `11-29-2026`.
    private func isDateBeforeYear(at index: Int) -> Bool {
        guard let first = digits(at: index), let second = digits(at: index + 2), let third = digits(at: index + 4),
            case .text(let separator) = parts[index + 1], parts[index + 3] == parts[index + 1]
        else { return false }
        return separator.count == 1 && first.count <= 2 && second.count <= 2 && third.count == 4 && Self.isYear(third)
    }

    /// Parts of words in which digits and letters alternate more often than in a counter or a time: `7f3a9c`.
    private var random: [Int] {
        var random: [Int] = []
        var word: [Int] = []
        for (index, part) in parts.enumerated() {
            if case .text(let text) = part, let cut = text.lastIndex(where: { !$0.isLetter }) {
                // The previous word ends within this text, and another may begin in it.
                if text.first?.isLetter == true { word.append(index) }
                if word.count > Self.longestWord { random += word }
                word = text.index(after: cut) < text.endIndex ? [index] : []
            } else {
                word.append(index)
            }
        }
        return word.count > Self.longestWord ? random + word : random
    }

    /// Maximum number of runs of digits and letters in a sortable word: `20261129t101500z` has four.
    private static let longestWord = 4

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func isYear(_ digits: Substring) -> Bool { digits.hasPrefix("19") || digits.hasPrefix("20") }

    private static func trimmed(_ text: Substring, _ unwanted: String) -> String {
        var text = text
        while let last = text.last, unwanted.contains(last) { text.removeLast() }
        return String(text)
    }
}
