import Glibc
import Localization
import Terminal
import Vocabulary

/// A time as shown on a screen, in the site's local time.
struct ScreenMoment: Sendable, Hashable {
    /// Seconds since 1970, UTC.
    let seconds: Int64
    /// The offset of local time from UTC, in seconds east.
    let offset: Int

    /// `16:24:05`.
    var clock: String { clock(of: seconds) }

    /// Returns the time of day of another moment, with the current offset.
    func clock(of seconds: Int64) -> String {
        let second = Int((seconds + Int64(offset)) % 86_400 + 86_400) % 86_400
        return Reader.current.localizer.format.clockTime(second)
    }

    /// Returns the absolute value of a duration: `40 s`, `3 min`, `2 h 5 min`, `4 days`.
    static func words(for duration: Int64) -> Message {
        let seconds = Int(duration.magnitude)
        switch seconds {
        case ..<60: return Message("\(seconds, "seconds") s")
        case ..<3_600: return Message("\(seconds / 60, "minutes") min")
        case ..<172_800: return Message("\(seconds / 3_600, "hours") h \(seconds / 60 % 60, "minutes") min")
        default: return Message("{count} day", plural: "{count} days", count: seconds / 86_400)
        }
    }

    /// Returns the current time, by the site's clock.
    static func now() -> ScreenMoment {
        let seconds = Int64(time(nil))
        let instant = Timestamp(clamping: seconds * 1_000_000)
        return ScreenMoment(seconds: seconds, offset: SiteClock.current.clock.secondsEastOfUTC(at: instant))
    }

    /// Returns the seconds since 1970 of an RFC 3339 time; nil for anything else.
    static func seconds(of time: String) -> Int64? { Timestamp(rfc3339: time).map { $0.microseconds / 1_000_000 } }
}
