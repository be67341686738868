/// The words for days and times of one language.
struct CivilWords: Sendable {
    /// The meaning of a word or phrase.
    enum Meaning: Sendable, Hashable {
        /// Today is 0.
        case day(Int)
        case last
        case next
        case ago
        case ahead
        case minutes
        case hours
        case days
        case weeks
        case months
        case years
        /// 1 for Monday.
        case weekday(Int)
        /// 1 for January.
        case month(Int)
        /// The halves of the day, and the word behind an hour.
        case morning
        case afternoon
        case oClock
        /// An article or preposition.
        case filler
    }

    /// The weekdays in English, from Monday, as ``CivilTime/description`` writes them.
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// The meanings in the order of the lines of ``init(_:)``.
    private static let meanings: [Meaning] =
        [
            .day(0), .day(-1), .day(1), .day(-2), .day(2), .last, .next, .ago, .ahead, .minutes, .hours, .days, .weeks,
            .months, .years,
        ] + (1...7).map(Meaning.weekday) + (1...12).map(Meaning.month) + [.morning, .afternoon, .oClock, .filler]

    /// The meanings by the folded words of each phrase.
    private let phrases: [[String]: Meaning]
    private let longestPhrase: Int

    /// Parses a table: a line for each meaning, with alternatives separated by `|`; an empty line for none.
    init(_ table: String) {
        var phrases: [[String]: Meaning] = [:]
        for (meaning, line) in zip(Self.meanings, table.split(separator: "\n", omittingEmptySubsequences: false)) {
            for phrase in line.split(separator: "|") {
                phrases[FoldedText.words(phrase)] = meaning
            }
        }
        self.phrases = phrases
        longestPhrase = phrases.keys.map(\.count).max() ?? 0
    }

    /// Returns the meaning of the longest phrase at the beginning of `words`, and its length in words.
    func meaning(of words: ArraySlice<String>) -> (meaning: Meaning, count: Int)? {
        for count in stride(from: min(longestPhrase, words.count), to: 0, by: -1) {
            if let meaning = phrases[Array(words.prefix(count))] { return (meaning, count) }
        }
        return nil
    }
}

/// Text in lower case and without accents, so that `MÄRZ`, `marz` and `März` are the same word.
enum FoldedText {
    /// Returns the folded words of a text.
    static func words(_ text: some StringProtocol) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map { word in
            var folded = String(word.lowercased().map { letters[$0] ?? $0 })
            while let last = folded.last, last == "." || last == ",", folded.count > 1 { folded.removeLast() }
            return folded
        }
    }

    private static let letters: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("äáàâöóôüúùûéèêëíîïñç’", "aaaaooouuuueeeeiiinc'")
    )
}
