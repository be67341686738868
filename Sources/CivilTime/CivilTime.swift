public import Vocabulary

/// A day or time as people type it, before it is known what “today” is and which clock counts.
///
/// Parsing needs the language of the user; resolving needs the clock of the site. The command line does the one and the
/// daemon the other. Between them passes ``description``, which is the same in every language.
public struct CivilTime: Sendable, Hashable {
    /// A day, perhaps relative to today.
    enum Day: Sendable, Hashable {
        case date(CalendarDay)
        /// Today is 0.
        case days(Int)
        case weeks(Int)
        /// Calendar months; in a shorter month, its last day.
        case months(Int)
        /// The weekday after or before today, never today: 1 for Monday to 7 for Sunday.
        case weekday(Int, isNext: Bool)
    }

    /// A time of day.
    struct Clock: Sendable, Hashable {
        /// Since midnight.
        let second: Int
        let hasSeconds: Bool
        /// `UTC`, an offset such as `+01:00`, or an abbreviation of the site's zone; nil for the site's clock.
        var zone: String?
    }

    enum Form: Sendable, Hashable {
        /// A text that ``WrittenMoment`` parses: an instant, or a form of the site's own zone.
        case exact(String)
        /// Minutes from now on.
        case elapsed(Int)
        case day(Day, Clock?)
    }

    /// The maximum length of a text, in bytes.
    public static let longest = 100

    let form: Form

    init(_ form: Form) { self.form = form }

    /// Returns the moment that is meant.
    ///
    /// A time that the clock shows twice has both instants (``WrittenMoment/isAmbiguous``). “Today” at an explicit
    /// offset or in UTC is the day there.
    ///
    /// - Parameters:
    ///   - clock: the clock of the site.
    ///   - now: the time that relative forms refer to.
    ///
    /// - Throws: ``CivilTimeError`` if the clocks skipped the time, or it lies outside of the calendar.
    public func moment(by clock: LocalClock, now: Timestamp) throws(CivilTimeError) -> WrittenMoment {
        switch form {
        case .exact(let text): return try Self.written(text, by: clock)
        case .elapsed(let minutes):
            return try Self.written(now.advanced(bySeconds: minutes * 60).rfc3339, by: clock)
        case .day(let day, let time):
            let own = time?.zone.flatMap(ZoneText.clock) ?? clock
            guard let date = Self.date(day, today: own.day(of: now)) else { throw .outOfRange }
            return try Self.written(date.description + (time.map { " \($0)" } ?? ""), by: clock)
        }
    }

    private static func written(_ text: String, by clock: LocalClock) throws(CivilTimeError) -> WrittenMoment {
        do {
            return try WrittenMoment(text, by: clock)
        } catch {
            switch error {
            case .skipped: throw .skipped(text, zone: clock.zone)
            case .unreadable: throw .unreadable
            }
        }
    }

    /// Returns the date; nil outside 1970…9999.
    private static func date(_ day: Day, today: CalendarDay) -> CalendarDay? {
        let date: CalendarDay
        switch day {
        case .date(let written): date = written
        case .days(let count): date = CalendarDay(daysSince1970: today.daysSince1970 + count)
        case .weeks(let count): date = CalendarDay(daysSince1970: today.daysSince1970 + 7 * count)
        case .months(let count):
            let months = today.year * 12 + today.month - 1 + count
            guard months > 0 else { return nil }
            let (year, month) = (months / 12, months % 12 + 1)
            let last = CalendarDay.days(in: month, of: year)
            date = CalendarDay(year: year, month: month, day: min(today.day, last))
        case .weekday(let weekday, true):
            date = CalendarDay(daysSince1970: today.daysSince1970 + 1 + (weekday - today.weekday + 6) % 7)
        case .weekday(let weekday, false):
            date = CalendarDay(daysSince1970: today.daysSince1970 - 1 - (today.weekday - weekday + 6) % 7)
        }
        return (1_970...9_999).contains(date.year) ? date : nil
    }
}

extension CivilTime: CustomStringConvertible {
    /// The text that means the same in every language: `2026-11-24 09:00`, `last tuesday`, `in 3 weeks`.
    public var description: String {
        switch form {
        case .exact(let text): return text
        case .elapsed(let minutes): return Self.distance(minutes, "minute")
        case .day(let day, let time): return Self.text(of: day) + (time.map { " \($0)" } ?? "")
        }
    }

    private static func text(of day: Day) -> String {
        switch day {
        case .date(let date): date.description
        case .days(0): "today"
        case .days(1): "tomorrow"
        case .days(-1): "yesterday"
        case .days(let count): distance(count, "day")
        case .weeks(let count): distance(count, "week")
        case .months(let count): distance(count, "month")
        case .weekday(let weekday, let isNext): "\(isNext ? "next" : "last") \(CivilWords.weekdays[weekday - 1])"
        }
    }

    static func distance(_ count: Int, _ unit: String) -> String {
        let amount = "\(count.magnitude) \(unit)\(count.magnitude == 1 ? "" : "s")"
        return count < 0 ? "\(amount) ago" : "in \(amount)"
    }
}

extension CivilTime.Clock: CustomStringConvertible {
    /// `09:00`, `09:00:30 UTC`.
    var description: String {
        let parts = [second / 3_600, second / 60 % 60] + (hasSeconds ? [second % 60] : [])
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + (zone.map { " \($0)" } ?? "")
    }
}
