package import Vocabulary

/// Why the daemon's clock is implausible.
package enum ClockTrouble: Sendable, Hashable {
    /// The clock is behind the newest entry: it was set back, or was ahead when the entry was written.
    case behindTheLog(now: Timestamp, newest: Timestamp)
    /// The clock shows a time before this program was built.
    case beforeTheProgram(now: Timestamp, built: Timestamp)
    /// By this clock, a year or more has passed since the newest entry.
    case farAheadOfTheLog(now: Timestamp, newest: Timestamp)
    /// By this clock, this program is years old, and the clock is not synchronised.
    case longAfterTheProgram(now: Timestamp, built: Timestamp)
    /// The clock was set while outguided ran, by this many microseconds: forward when positive.
    case stepped(by: Int64, to: Timestamp)
}

extension ClockTrouble: CustomStringConvertible {
    package var description: String { described(by: .utc) }

    /// A description with times in the site's time zone.
    package func described(by site: LocalClock) -> String {
        switch self {
        case .behindTheLog(let now, let newest):
            "the clock says \(site.text(of: now)), and stands behind the newest entry, of \(site.text(of: newest)): one of the two is wrong"
        case .beforeTheProgram(let now, let built):
            "the clock says \(site.text(of: now)), and this program was built at \(site.text(of: built)): it stands behind"
        case .farAheadOfTheLog(let now, let newest):
            "the clock says \(site.text(of: now)), and the newest entry before was of \(site.text(of: newest)): it may stand ahead"
        case .longAfterTheProgram(let now, let built):
            "the clock says \(site.text(of: now)), and this program was built at \(site.text(of: built)): it may stand ahead"
        case .stepped(let microseconds, let to):
            "the clock was set \(microseconds < 0 ? "back" : "forward") by \(Self.span(microseconds)), to \(site.text(of: to))"
        }
    }

    package var remedy: String {
        let way = "set the clock; “timedatectl status” shows whether and by what it is kept right"
        return switch self {
        case .behindTheLog, .beforeTheProgram: way
        case .farAheadOfTheLog, .stepped: "\(way); if it is right, restart outguided"
        case .longAfterTheProgram: "\(way); if it is right, have systemd-timesyncd or chrony keep it so"
        }
    }

    private static func span(_ microseconds: Int64) -> String {
        let seconds = microseconds.magnitude / 1_000_000
        return switch seconds {
        case 172_800...: "\(seconds / 86_400) days"
        case 7_200...: "\(seconds / 3_600) hours"
        case 120...: "\(seconds / 60) minutes"
        default: "\(seconds) seconds"
        }
    }
}
