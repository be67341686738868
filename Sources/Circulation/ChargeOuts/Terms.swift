public import Vocabulary

/// The loan terms: period, number of renewals, number of charge-outs.
public struct ChargeOutTerms: Sendable, Hashable {
    /// Different terms for some custodians or series.
    public struct Exception: Sendable, Hashable {
        /// The kind of custodian to which this applies; nil for all.
        public var custodian: EntityKind?
        /// The series to which this applies; nil for all.
        public var series: EntityKind?
        /// The days, renewals and limit of the exception; nil to keep the general value.
        public var days: Int?
        public var renewals: Int?
        public var limit: Int?

        public init(
            custodian: EntityKind? = nil,
            series: EntityKind? = nil,
            days: Int? = nil,
            renewals: Int? = nil,
            limit: Int? = nil
        ) {
            self.custodian = custodian
            self.series = series
            self.days = days
            self.renewals = renewals
            self.limit = limit
        }
    }

    /// The loan period in working days; nil for no due date.
    public var days: Int?
    /// How often a charge-out may be renewed.
    public var renewals: Int
    /// The maximum number of charge-outs of one custodian; nil for no limit.
    public var limit: Int?
    /// The exceptions.
    ///
    /// The first that matches applies.
    public var exceptions: [Exception]

    public init(days: Int? = nil, renewals: Int = 2, limit: Int? = nil, exceptions: [Exception] = []) {
        self.days = days
        self.renewals = renewals
        self.limit = limit
        self.exceptions = exceptions
    }

    /// Returns the terms for `series` and a `custodian` of this kind, with exceptions applied.
    public func terms(custodian: EntityKind, series: EntityKind?) -> ChargeOutTerms {
        let fitting = exceptions.first {
            ($0.custodian == nil || $0.custodian == custodian) && ($0.series == nil || $0.series == series)
        }
        return ChargeOutTerms(
            days: fitting?.days ?? days,
            renewals: fitting?.renewals ?? renewals,
            limit: fitting?.limit ?? limit
        )
    }
}

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
