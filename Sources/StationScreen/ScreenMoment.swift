import Glibc
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
        let day = Int((seconds + Int64(offset)) % 86_400 + 86_400) % 86_400
        return [day / 3_600, day / 60 % 60, day % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// Returns the absolute value of a duration: `40 s`, `3 min`, `2 h 5 min`, `4 days`.
    static func words(for duration: Int64) -> String {
        let seconds = abs(duration)
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3_600: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3_600) h \(seconds / 60 % 60) min"
        default: return "\(seconds / 86_400) days"
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
