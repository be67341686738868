/// The local time of a site.
///
/// It alone defines when a day begins and ends.
public struct LocalClock: Sendable, Hashable {
    /// The zone: its name in the IANA database (`America/Denver`) or a POSIX rule (`MST7MDT,…`).
    public let zone: String
    private let rules: TimeZoneRules

    public static let utc = LocalClock(zone: "UTC", rules: TimeZoneRules(secondsEastOfUTC: 0, abbreviation: "UTC"))

    public init(zone: String, rules: TimeZoneRules) {
        self.zone = zone
        self.rules = rules
    }

    /// Creates a clock that is always this number of seconds ahead of UTC.
    public init(secondsEastOfUTC offset: Int) {
        let minutes = abs(offset) / 60
        let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let (east, west) = (offset < 0 ? "-" : "+", offset < 0 ? "" : "-")
        let name = east + digits.joined()
        self.init(
            zone: offset == 0 ? "UTC" : "<\(name)>\(west)\(digits.joined(separator: ":"))",
            rules: TimeZoneRules(secondsEastOfUTC: offset, abbreviation: offset == 0 ? "UTC" : name)
        )
    }

    /// Returns the offset from UTC at `instant`, in seconds east.
    public func secondsEastOfUTC(at instant: Timestamp) -> Int { period(at: instant).secondsEastOfUTC }

    /// Returns the abbreviation of the local time at `instant`, such as `MST`.
    public func abbreviation(at instant: Timestamp) -> String { period(at: instant).abbreviation }

    /// Returns the local day at `instant`.
    public func day(of instant: Timestamp) -> CalendarDay {
        let local = Self.seconds(instant) + Int64(secondsEastOfUTC(at: instant))
        return CalendarDay(daysSince1970: Int((local - (local % 86_400 + 86_400) % 86_400) / 86_400))
    }

    /// Returns the first instant of `day`, or a later one if the zone skipped the day.
    public func start(of day: CalendarDay) -> Timestamp {
        let midnight = Int64(day.daysSince1970) * 86_400
        let starts = periods(around: midnight).compactMap { period -> Int64? in
            let start = max(period.start, midnight - Int64(period.secondsEastOfUTC))
            return start <= period.last ? start : nil
        }
        return Self.timestamp(starts.min() ?? midnight)
    }

    /// Returns the last second of `day`, 23:59:59 local time; if the zone skipped the day, that of the day before.
    ///
    /// A day may have 23 or 25 hours. If the clocks go back across midnight, the day ends with the later of the two.
    public func end(of day: CalendarDay) -> Timestamp {
        let midnight = (Int64(day.daysSince1970) + 1) * 86_400
        let ends = periods(around: midnight).compactMap { period -> Int64? in
            let end = min(period.last, midnight - Int64(period.secondsEastOfUTC) - 1)
            return end >= period.start ? end : nil
        }
        return Self.timestamp(ends.max() ?? midnight - 1)
    }

    /// Returns the instants of this local time on `day`: none if the clocks skip it, two if they repeat it.
    ///
    /// - Parameter second: the local time of day in seconds.
    public func instants(on day: CalendarDay, at second: Int) -> [Timestamp] {
        let local = Int64(day.daysSince1970) * 86_400 + Int64(second)
        return periods(around: local).compactMap { period in
            let instant = local - Int64(period.secondsEastOfUTC)
            return instant >= period.start && instant <= period.last ? Self.timestamp(instant) : nil
        }
    }

    /// Returns `2026-12-17 23:59`.
    ///
    /// The zone abbreviation follows in UTC, in the hour that is repeated, and on request.
    public func text(of instant: Timestamp, isNamed: Bool = false) -> String {
        let (day, second) = (day(of: instant), secondOfDay(instant))
        let name = abbreviation(at: instant)
        let isClear = !isNamed && name != "UTC" && instants(on: day, at: second).count == 1
        return "\(day) \(Self.clock(second).prefix(5))" + (isClear ? "" : " \(name)")
    }

    /// Returns `23:59:12`.
    public func time(of instant: Timestamp) -> String { Self.clock(secondOfDay(instant)) }

    private func secondOfDay(_ instant: Timestamp) -> Int {
        let local = Self.seconds(instant) + Int64(secondsEastOfUTC(at: instant))
        return Int((local % 86_400 + 86_400) % 86_400)
    }

    private func period(at instant: Timestamp) -> TimeZoneRules.Period { rules.period(at: Self.seconds(instant)) }

    /// Returns the periods that may contain the local time `local`, each with its last second.
    ///
    /// No zone is two days from UTC.
    private func periods(around local: Int64) -> [(start: Int64, last: Int64, secondsEastOfUTC: Int)] {
        let periods = rules.periods(from: local - 172_800, through: local + 172_800)
        return periods.enumerated().map { index, period in
            let next = periods.indices.contains(index + 1) ? periods[index + 1].start - 1 : .max
            return (period.start, next, period.secondsEastOfUTC)
        }
    }

    private static func seconds(_ instant: Timestamp) -> Int64 { instant.microseconds / 1_000_000 }

    private static func timestamp(_ seconds: Int64) -> Timestamp {
        let latest = Timestamp.latest.microseconds / 1_000_000
        return Timestamp(clamping: min(max(seconds, 0), latest) * 1_000_000)
    }

    private static func clock(_ second: Int) -> String {
        [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
