import Localization
import Vocabulary

extension CivilTime {
    /// Returns the day of a date in numbers or with the name of its month.
    ///
    /// A weekday in front must be that of the date.
    static func date(_ tokens: [CivilToken], _ order: LocaleFormat.DateOrder?) throws(CivilTimeError) -> CalendarDay {
        if case .word(.weekday(let weekday)) = tokens.first, tokens.count > 1 {
            let day = try date(Array(tokens.dropFirst()), order)
            guard day.weekday == weekday else { throw .noSuchDay }
            return day
        }
        let day: CalendarDay
        switch tokens.count {
        case 1:
            guard case .date(let parts, let separator) = tokens[0] else { throw .unreadable }
            day = try DateNumbers(parts: parts, separator: separator, order: order).day()
        case 3: day = try threeParts(tokens)
        default: throw .unreadable
        }
        guard day.year >= 1_970 else { throw .outOfRange }
        return day
    }

    /// `24 Nov 2026`, `Nov 24, 2026`, `24. 11. 2026`.
    private static func threeParts(_ tokens: [CivilToken]) throws(CivilTimeError) -> CalendarDay {
        guard case .number(let year, let digits) = tokens[2] else { throw .unreadable }
        let (month, day): (Int, Int)
        switch (tokens[0], tokens[1]) {
        case (.number(let number, let count), .word(.month(let name))) where count < 3: (day, month) = (number, name)
        case (.ordinal(let number), .word(.month(let name))): (day, month) = (number, name)
        case (.word(.month(let name)), .number(let number, let count)) where count < 3: (day, month) = (number, name)
        case (.word(.month(let name)), .ordinal(let number)): (day, month) = (number, name)
        case (.ordinal(let first), .ordinal(let second)): (day, month) = (first, second)
        default: throw .unreadable
        }
        guard digits == 4 else {
            throw digits == 2 ? .shortYear([DateNumbers.day(2_000 + year, month, day)].compactMap(\.self)) : .unreadable
        }
        guard let date = DateNumbers.day(year, month, day) else { throw .noSuchDay }
        return date
    }
}
