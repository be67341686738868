public import Vocabulary

/// The days on which items can be returned.
public struct WorkingCalendar: Sendable, Hashable {
    /// The working days, from 1 for Monday to 7 for Sunday.
    public var weekdays: Set<Int>
    public var holidays: Set<CalendarDay>

    public init(weekdays: Set<Int> = [1, 2, 3, 4, 5], holidays: Set<CalendarDay> = []) {
        self.weekdays = weekdays
        self.holidays = holidays
    }

    /// Returns the working day `count` working days after `day`.
    ///
    /// The search is limited to ten years.
    public func day(_ count: Int, workingDaysAfter day: CalendarDay) -> CalendarDay {
        let first = day.daysSince1970
        var left = max(count, 0)
        for number in (first + 1)..<(first + 3_653) {
            let candidate = CalendarDay(daysSince1970: number)
            guard weekdays.contains(candidate.weekday), !holidays.contains(candidate) else { continue }
            left -= 1
            if left <= 0 { return candidate }
        }
        return CalendarDay(daysSince1970: first + max(count, 0))
    }
}

/// Calculates due dates.
struct DueDate {
    let calendar: WorkingCalendar
    let clock: LocalClock

    init(_ settings: CirculationSettings) {
        calendar = settings.calendar
        clock = settings.clock
    }

    /// Returns the end of the last day of `terms` for a charge-out at `instant`; nil without a limit.
    func due(_ terms: ChargeOutTerms, from instant: Timestamp) -> Timestamp? {
        terms.days.map { clock.end(of: calendar.day($0, workingDaysAfter: clock.day(of: instant))) }
    }
}
