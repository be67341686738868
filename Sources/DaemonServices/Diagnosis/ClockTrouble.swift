package import Localization
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

extension ClockTrouble: MessageConvertible {
    package var message: Message {
        switch self {
        case .behindTheLog(let now, let newest):
            Message(
                "the clock says \(now, "time"), and stands behind the newest entry, of \(newest, "newest"): "
                    + "one of the two is wrong"
            )
        case .beforeTheProgram(let now, let built):
            Message(
                "the clock says \(now, "time"), and this program was built at \(built, "built"): it stands behind"
            )
        case .farAheadOfTheLog(let now, let newest):
            Message(
                "the clock says \(now, "time"), and the newest entry before was of \(newest, "newest"): "
                    + "it may stand ahead"
            )
        case .longAfterTheProgram(let now, let built):
            Message(
                "the clock says \(now, "time"), and this program was built at \(built, "built"): it may stand ahead"
            )
        case .stepped(let microseconds, let to) where microseconds < 0:
            Message("the clock was set back by \(Self.span(microseconds), "span"), to \(to, "time")")
        case .stepped(let microseconds, let to):
            Message("the clock was set forward by \(Self.span(microseconds), "span"), to \(to, "time")")
        }
    }

    package var remedy: Message {
        switch self {
        case .behindTheLog, .beforeTheProgram:
            Message("set the clock; “timedatectl status” shows whether and by what it is kept right")
        case .farAheadOfTheLog, .stepped:
            Message(
                "set the clock; “timedatectl status” shows whether and by what it is kept right; if it is right, "
                    + "restart "
                    + "outguided"
            )
        case .longAfterTheProgram:
            Message(
                "set the clock; “timedatectl status” shows whether and by what it is kept right; if it is right, have "
                    + "systemd-timesyncd or chrony keep it so"
            )
        }
    }

    private static func span(_ microseconds: Int64) -> Message {
        let seconds = Int(microseconds.magnitude / 1_000_000)
        return switch seconds {
        case 172_800...: Message("{count} day", plural: "{count} days", count: seconds / 86_400)
        case 7_200...: Message("{count} hour", plural: "{count} hours", count: seconds / 3_600)
        case 120...: Message("{count} minute", plural: "{count} minutes", count: seconds / 60)
        default: Message("{count} second", plural: "{count} seconds", count: seconds)
        }
    }
}
