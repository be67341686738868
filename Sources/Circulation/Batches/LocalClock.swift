import Glibc
import Records

/// What the clocks on the walls of a place show.
public struct LocalClock: Sendable {
    private let offset: Int?

    /// Clocks of this machine's time zone, summer time included.
    public static let system = LocalClock(offset: nil)

    private init(offset: Int?) { self.offset = offset }

    /// Clocks that are always so many seconds ahead of UTC.
    public init(secondsEastOfUTC offset: Int) { self.offset = offset }

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
