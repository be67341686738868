public import Localization
import Vocabulary

extension CivilTime {
    /// Parses a day or time in the words and the order of a locale, or in English.
    ///
    /// Days: `2026-11-24`, `24.11.2026`, `24/11/2026`, `24 Nov 2026`, `today`, `yesterday`, `last tuesday`, `in 3
    /// weeks`, `3 days ago`. A time of day may follow, or stand alone for today's: `09:00`, `9:00 am`, `09:00 UTC`,
    /// `09:00 +01:00`. `2 hours ago` and RFC 3339 are instants.
    ///
    /// - Throws: ``CivilTimeError`` if the text is no time, or states two that the locale cannot decide between.
    public init(_ text: some StringProtocol, in locale: LanguageTag) throws(CivilTimeError) {
        guard text.utf8.count <= Self.longest else { throw .unreadable }
        let text = String(text)
        if Timestamp(rfc3339: text) != nil {
            self.init(.exact(text))
            return
        }
        let order = LocaleFormat(locale).dateOrder
        var result = Self.attempt(text, CivilWords.words(of: locale.language) ?? .english, order)
        if result == .failure(.unreadable), locale.language != "en" { result = Self.attempt(text, .english, order) }
        switch result {
        case .success(let form): self.init(form)
        case .failure(.unreadable):
            // Zones may have names that only the site knows.
            guard CalendarDay(String(text.prefix(10))) == nil || text.utf8.count < 16 else {
                self.init(.exact(text))
                return
            }
            let isForeign = text.unicodeScalars.contains { !$0.isASCII && $0.properties.numericType == .decimal }
            throw isForeign ? .foreignDigits : .unreadable
        case .failure(let error): throw error
        }
    }

    /// Parses a text in English, where both orders of day and month are in use.
    ///
    /// - Throws: ``CivilTimeError`` if the text is no time, or could mean two.
    public init(_ text: some StringProtocol) throws(CivilTimeError) { try self.init(text, in: .plain) }

    private static func attempt(
        _ text: String,
        _ words: CivilWords,
        _ order: LocaleFormat.DateOrder?
    ) -> Result<Form, CivilTimeError> {
        do {
            return .success(try form(text, words, order))
        } catch {
            return .failure(error)
        }
    }

    private static func form(
        _ text: String,
        _ words: CivilWords,
        _ order: LocaleFormat.DateOrder?
    ) throws(CivilTimeError) -> Form {
        guard var tokens = CivilToken.tokens(text, words), !tokens.isEmpty else { throw .unreadable }
        let time = try time(from: &tokens)
        if let minutes = elapsed(tokens) {
            guard time == nil else { throw .unreadable }
            return .elapsed(minutes)
        }
        if tokens.isEmpty, let time { return .day(.days(0), time) }
        return .day(try day(tokens, order), time)
    }

    /// Removes the time of day with its zone, which ends the text.
    private static func time(from tokens: inout [CivilToken]) throws(CivilTimeError) -> Clock? {
        var zone: String?
        if tokens.count > 1, case .other(let text) = tokens[tokens.count - 1] {
            guard let name = ZoneText.normalized(text) else { throw .unreadable }
            zone = name
            tokens.removeLast()
        }
        var half: CivilWords.Meaning?
        if case .word(let word) = tokens.last, [.morning, .afternoon, .oClock, .hours].contains(word), tokens.count > 1
        {
            half = word
        }
        let behind = half == nil ? 1 : 2
        guard tokens.count >= behind else { return nil }
        let time: Clock
        switch tokens[tokens.count - behind] {
        case .time(let clock): time = clock
        // “14 Uhr”, “2 pm”: an hour needs the word behind it.
        case .number(let hour, let digits) where half != nil && half != .hours && hour < 24 && digits < 3:
            time = Clock(second: hour * 3_600, hasSeconds: false)
        default:
            guard zone == nil else { throw .unreadable }
            return nil
        }
        guard half != .hours else { throw .unreadable }
        tokens.removeLast(behind)
        guard zone == nil || time.zone == nil else { throw .unreadable }
        return Clock(second: try second(time.second, half), hasSeconds: time.hasSeconds, zone: zone ?? time.zone)
    }

    /// Returns the second of the day for a time with the half of the day that follows it.
    private static func second(_ second: Int, _ half: CivilWords.Meaning?) throws(CivilTimeError) -> Int {
        guard half == .morning || half == .afternoon else { return second }
        guard (3_600..<46_800).contains(second) else { throw .unreadable }
        return second % 43_200 + (half == .afternoon ? 43_200 : 0)
    }

    /// Returns the minutes of `2 hours ago`; nil for anything else.
    private static func elapsed(_ tokens: [CivilToken]) -> Int? {
        guard let (count, unit) = distance(tokens) else { return nil }
        switch unit {
        case .minutes: return count
        case .hours: return count * 60
        default: return nil
        }
    }

    /// Returns the number and the unit of `in 3 weeks`, `3 weeks ago` and `vor 3 Wochen`.
    private static func distance(_ tokens: [CivilToken]) -> (count: Int, unit: CivilWords.Meaning)? {
        guard tokens.count == 3 else { return nil }
        switch (tokens[0], tokens[1], tokens[2]) {
        case (.word(.ahead), .number(let count, _), .word(let unit)): return (count, unit)
        case (.word(.ago), .number(let count, _), .word(let unit)),
            (.number(let count, _), .word(let unit), .word(.ago)):
            return (-count, unit)
        default: return nil
        }
    }

    private static func day(_ tokens: [CivilToken], _ order: LocaleFormat.DateOrder?) throws(CivilTimeError) -> Day {
        if let (count, unit) = distance(tokens) {
            switch unit {
            case .days: return .days(count)
            case .weeks: return .weeks(count)
            case .months: return .months(count)
            case .years: return .months(count * 12)
            default: throw .unreadable
            }
        }
        guard tokens.count < 3 else { return .date(try date(tokens, order)) }
        switch (tokens.first, tokens.dropFirst().first) {
        case (.word(.day(let offset)), nil): return .days(offset)
        case (.word(.last), .word(.weekday(let day))), (.word(.weekday(let day)), .word(.last)):
            return .weekday(day, isNext: false)
        case (.word(.next), .word(.weekday(let day))), (.word(.weekday(let day)), .word(.next)):
            return .weekday(day, isNext: true)
        case (.word(.weekday(let day)), nil): throw .lastOrNext(weekday: day)
        default: return .date(try date(tokens, order))
        }
    }
}
