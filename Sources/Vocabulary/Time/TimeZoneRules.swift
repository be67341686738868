/// The offsets of a time zone from UTC, and when they change.
///
/// The data come from a compiled file of the IANA time zone database (``init(tzif:)``) or from a POSIX rule
/// (``init(posix:)``). Foundation can read the same data, but only in its full form, which doubles the start time of a
/// command.
public struct TimeZoneRules: Sendable, Hashable {
    /// A period with a constant offset from UTC.
    public struct Period: Sendable, Hashable {
        /// The first second since 1970-01-01T00:00:00Z; `Int64.min` for the first period.
        public let start: Int64
        public let secondsEastOfUTC: Int
        /// The abbreviation, such as `CET`, or `+14` in a zone without letters.
        public let abbreviation: String
    }

    /// The listed periods, in order.
    ///
    /// Never empty; the first has no beginning.
    let listed: [Period]
    /// The yearly rule after the last listed period; nil if there is none.
    let recurring: RecurringPeriods?

    init(listed: [Period], recurring: RecurringPeriods?) {
        self.listed = listed
        self.recurring = recurring
    }

    /// Creates a zone with a constant offset.
    public init(secondsEastOfUTC offset: Int, abbreviation: String) {
        listed = [Period(start: .min, secondsEastOfUTC: offset, abbreviation: abbreviation)]
        recurring = nil
    }

    /// Creates a zone from a rule such as `MST7MDT,M3.2.0,M11.1.0` (POSIX.1-2024, section 8.3); nil for anything else.
    public init?(posix rule: String) {
        guard let recurring = RecurringPeriods(posix: rule) else { return nil }
        listed = [recurring.standard(from: .min)]
        self.recurring = recurring
    }

    /// The POSIX rule that applies from the last listed change.
    var posixRule: String { recurring?.text ?? LocalClock(secondsEastOfUTC: listed.last?.secondsEastOfUTC ?? 0).zone }

    /// Returns the period that contains `second`, counted from 1970.
    public func period(at second: Int64) -> Period { periods(from: second, through: second).last ?? listed[0] }

    /// Returns the periods that overlap `first...last`, in order.
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
