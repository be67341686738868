import Glibc

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

    /// Now, by the clock and the zone of this machine.
    static func now() -> ScreenMoment {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return ScreenMoment(seconds: Int64(seconds), offset: parts.tm_gmtoff)
    }

    /// Seconds since 1970 of an RFC 3339 time in UTC; nil for anything else.
    static func seconds(of time: String) -> Int64? {
        let bytes = Array(time.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z") else { return nil }
        func number(_ range: Range<Int>) -> Int32? { Int32(String(decoding: bytes[range], as: UTF8.self)) }
        var parts = tm()
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
        else { return nil }
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1_900, month - 1, day)
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
        return Int64(timegm(&parts))
    }
}
