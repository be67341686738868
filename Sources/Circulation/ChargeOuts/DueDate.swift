import Vocabulary

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
