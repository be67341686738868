import Records

/// When things must be back.
struct DueDate {
    let calendar: WorkingCalendar
    let clock: LocalClock

    init(_ settings: CirculationSettings) {
        calendar = settings.calendar
        clock = settings.clock
    }

    /// The end of the last day of `terms` for what is charged out at `instant`; nil for no day.
    func due(_ terms: LoanTerms, from instant: Timestamp) -> Timestamp? {
        terms.days.map { clock.end(of: calendar.day($0, workingDaysAfter: clock.day(of: instant))) }
    }
}
