import Glibc
import Records

/// A moment as a screen shows it: by the clock on the wall of this place.
struct ScreenMoment: Sendable, Hashable {
    /// Seconds since 1970, UTC.
    let seconds: Int64
    /// Seconds by which clocks here are ahead of UTC.
    let offset: Int

    /// `16:24:05`.
    var clock: String { clock(of: seconds) }

    /// The time of day at another moment, as clocks here show it now.
    func clock(of seconds: Int64) -> String {
        let day = Int((seconds + Int64(offset)) % 86_400 + 86_400) % 86_400
        return [day / 3_600, day / 60 % 60, day % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// How long ago, or how long until: `40 s`, `3 min`, `2 h 5 min`, `4 days`.
    static func words(for duration: Int64) -> String {
        let seconds = abs(duration)
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3_600: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3_600) h \(seconds / 60 % 60) min"
        default: return "\(seconds / 86_400) days"
        }
    }

    /// Now, by the clocks of the site.
    static func now() -> ScreenMoment {
        let seconds = Int64(time(nil))
        let instant = Timestamp(clamping: seconds * 1_000_000)
        return ScreenMoment(seconds: seconds, offset: SiteClock.current.clock.secondsEastOfUTC(at: instant))
    }

    /// Seconds since 1970 of an RFC 3339 time; nil for anything else.
    static func seconds(of time: String) -> Int64? {
        Timestamp(rfc3339: time).map { $0.microseconds / 1_000_000 }
    }
}
