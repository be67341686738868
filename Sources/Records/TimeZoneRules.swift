/// How far the clocks of one time zone are ahead of UTC, and when that changes.
///
/// The data come from a compiled file of the IANA time zone database (``init(tzif:)``) or from a POSIX rule
/// (``init(posix:)``). Foundation could read the same data, but only its full form does, which doubles the time that a
/// command needs to start.
public struct TimeZoneRules: Sendable, Hashable {
    /// A stretch of time in which the clocks keep the same distance from UTC.
    public struct Period: Sendable, Hashable {
        /// The first second, counted from 1970-01-01T00:00:00Z; `Int64.min` when it has no beginning.
        public let start: Int64
        public let secondsEastOfUTC: Int
        /// Such as `CET`, or `+14` where a zone has no letters.
        public let abbreviation: String
    }

    /// Never empty, in their order; the first has no beginning.
    let listed: [Period]
    /// What repeats every year after the last listed period; nil when nothing does.
    let recurring: RecurringPeriods?

    init(listed: [Period], recurring: RecurringPeriods?) {
        self.listed = listed
        self.recurring = recurring
    }

    /// A zone whose clocks never change.
    public init(secondsEastOfUTC offset: Int, abbreviation: String) {
        listed = [Period(start: .min, secondsEastOfUTC: offset, abbreviation: abbreviation)]
        recurring = nil
    }

    /// A zone that follows a rule such as `MST7MDT,M3.2.0,M11.1.0` (POSIX.1-2024, section 8.3); nil for anything else.
    public init?(posix rule: String) {
        guard let recurring = RecurringPeriods(posix: rule) else { return nil }
        listed = [recurring.standard(from: .min)]
        self.recurring = recurring
    }

    /// What holds from the last listed change on, as POSIX writes it.
    var posixRule: String {
        recurring?.text ?? LocalClock(secondsEastOfUTC: listed.last?.secondsEastOfUTC ?? 0).zone
    }

    /// The period that holds `second`, counted from 1970.
    public func period(at second: Int64) -> Period {
        periods(from: second, through: second).last ?? listed[0]
    }

    /// The periods that have a second in `first...last`, in their order.
    public func periods(from first: Int64, through last: Int64) -> [Period] {
        let begin = listed.lastIndex { $0.start <= first } ?? 0
        var found = Array(listed[begin...].prefix { $0.start <= last })
        if let recurring, let end = listed.last?.start, last > end {
            let years = Self.year(of: max(first, end)) - 1...Self.year(of: last) + 1
            for year in years {
                found += recurring.periods(in: year).filter { $0.start > end && $0.start <= last }
            }
        }
        let current = found.lastIndex { $0.start <= first } ?? 0
        return Array(found[current...])
    }

    private static func year(of second: Int64) -> Int {
        let bounded = min(max(second, 0), Timestamp.latest.microseconds / 1_000_000)
        return CalendarDay(daysSince1970: Int(bounded / 86_400)).year
    }
}
