import Localization
import Vocabulary

/// The day that three numbers mean.
struct DateNumbers {
    let parts: [CivilToken.NumberPart]
    let separator: UInt8
    let order: LocaleFormat.DateOrder?

    /// Returns the day.
    ///
    /// A year of four digits in front is ISO 8601. Otherwise numbers that are a date in one order only mean that date.
    /// Among two orders, dots put the day first, and for other separators the locale decides; without its decision both
    /// readings are refused. A year of two digits is refused, too.
    func day() throws(CivilTimeError) -> CalendarDay {
        if parts[0].digits == 4 {
            guard parts[1].digits < 3, parts[2].digits < 3 else { throw .unreadable }
            guard let day = Self.day(parts[0].value, parts[1].value, parts[2].value) else { throw .noSuchDay }
            return day
        }
        guard parts[0].digits < 3, parts[1].digits < 3 else { throw .unreadable }
        let isShort = parts[2].digits == 2
        guard isShort || parts[2].digits == 4 else { throw .unreadable }
        let year = parts[2].value + (isShort ? 2_000 : 0)
        let dayFirst = Self.day(year, parts[1].value, parts[0].value)
        let monthFirst = Self.day(year, parts[0].value, parts[1].value)
        let readings = [dayFirst, monthFirst].compactMap(\.self)
        guard let first = readings.first else { throw .noSuchDay }
        let chosen = isDayFirst.flatMap { $0 ? dayFirst : monthFirst }
        let day = Set(readings).count == 1 ? first : chosen
        guard let day else { throw isShort ? .shortYear(readings) : .severalDays(readings) }
        guard !isShort else { throw .shortYear([day]) }
        return day
    }

    /// Which of two possible readings is meant; nil if that is unclear.
    private var isDayFirst: Bool? {
        if separator == UInt8(ascii: ".") { return true }
        return order.map { $0 == .dayFirst }
    }

    /// Returns the day; nil if the calendar does not have it.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
        guard year > 0, (1...12).contains(month), (1...CalendarDay.days(in: month, of: year)).contains(day) else {
            return nil
        }
        return CalendarDay(year: year, month: month, day: day)
    }
}
