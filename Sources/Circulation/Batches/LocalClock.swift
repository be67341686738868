import Glibc
public import Records

/// What the clocks on the walls of a place show.
public struct LocalClock: Sendable, Hashable {
    private let offset: Int?

    /// Clocks of this machine's time zone, summer time included.
    public static let system = LocalClock(offset: nil)

    private init(offset: Int?) { self.offset = offset }

    /// Clocks that are always so many seconds ahead of UTC.
    public init(secondsEastOfUTC offset: Int) { self.offset = offset }

    /// The day that the calendars beside these clocks show at `instant`.
    public func day(of instant: Timestamp) -> CalendarDay {
        guard offset == nil else { return Self.day(Int(instant.microseconds / 1_000_000) + (offset ?? 0)) }
        var seconds = time_t(instant.microseconds / 1_000_000)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return Self.day(seconds) }
        return CalendarDay(year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    /// The last second of `day`.
    public func end(of day: CalendarDay) -> Timestamp {
        let last = Int64(day.daysSince1970) * 86_400 + 86_399
        guard offset == nil else { return Timestamp(clamping: (last - Int64(offset ?? 0)) * 1_000_000) }
        var parts = tm()
        parts.tm_year = Int32(clamping: day.year - 1_900)
        parts.tm_mon = Int32(clamping: day.month - 1)
        parts.tm_mday = Int32(clamping: day.day)
        (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (23, 59, 59, -1)
        let seconds = mktime(&parts)
        return Timestamp(clamping: (seconds >= 0 ? Int64(seconds) : last) * 1_000_000)
    }

    private static func day(_ seconds: Int) -> CalendarDay { CalendarDay(daysSince1970: seconds / 86_400) }

    /// The instant at which the clocks show this; nil when no day has it.
    ///
    /// Of an hour that comes twice either may be meant.
    func instant(_ time: DeviceTime) -> Timestamp? {
        let offset = time.offset ?? self.offset ?? 0
        // Only what is right is given to mktime, which would make another time of the rest.
        let instant = Timestamp(
            year: time.year,
            month: time.month,
            day: time.day,
            hour: time.hour,
            minute: time.minute,
            second: time.second,
            microsecond: time.microsecond,
            secondsEastOfUTC: offset
        )
        guard instant != nil, time.offset == nil, self.offset == nil else { return instant }
        var parts = tm()
        parts.tm_year = Int32(time.year - 1_900)
        parts.tm_mon = Int32(time.month - 1)
        parts.tm_mday = Int32(time.day)
        parts.tm_hour = Int32(time.hour)
        parts.tm_min = Int32(time.minute)
        parts.tm_sec = Int32(time.second)
        parts.tm_isdst = -1
        let seconds = mktime(&parts)
        guard seconds >= 0 else { return nil }
        return Timestamp(clamping: Int64(seconds) * 1_000_000 + Int64(time.microsecond))
    }
}
