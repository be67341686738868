import Glibc
package import Localization
import Synchronization
package import Vocabulary

/// The site's clock, in the time zone that the daemon's responses name.
///
/// Before the first response, and if the time zone database lacks the zone, times are shown in UTC and marked as such.
package final class SiteClock: Sendable {
    @TaskLocal package static var current = SiteClock()

    private let known: Mutex<LocalClock?>
    private let zones: TimeZoneDirectory

    package init(_ clock: LocalClock? = nil, zones: TimeZoneDirectory = .standard) {
        known = Mutex(clock)
        self.zones = zones
    }

    package var clock: LocalClock { known.withLock { $0 } ?? .utc }

    /// Adopts the time zone that a response of the daemon names.
    package func learn(_ zone: String) {
        known.withLock { clock in
            guard clock?.zone != zone else { return }
            // A zone that is not installed here leaves UTC, which is then shown with every time.
            clock = try? zones.clock(of: zone)
        }
    }

    /// Whether this terminal has another local time than `clock`, so that the zone is named.
    static func differsFromHere(_ clock: LocalClock, at instant: Timestamp) -> Bool {
        secondsEastOfUTCHere(at: instant) != clock.secondsEastOfUTC(at: instant)
    }

    /// Returns the offset of this terminal's local time from UTC, in seconds east.
    private static func secondsEastOfUTCHere(at instant: Timestamp) -> Int {
        var seconds = time_t(instant.microseconds / 1_000_000)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }
}

/// Times of the API for people, by the site's clock.
package enum Moment {
    /// Returns the date and time, such as `2026-11-21 05:50`, for an RFC 3339 time; anything else unchanged.
    package static func of(_ time: String) -> Message {
        message(time) { Message("{time}", context: "date and time", ["time": .instant($0)]) }
    }

    /// Returns the time in the words of the day, such as `today 05:50`; in the locale `C` the date and time.
    package static func recent(_ time: String) -> Message {
        guard Reader.current.localizer.format.tag != .plain else { return of(time) }
        return message(time) { Message("{time}", context: "date and time", ["time": .recent($0)]) }
    }

    /// Returns a due date in the words of the day and, if it is over, how late it is: `24.12.2026, 23:59, 3 weeks late`.
    ///
    /// In the locale `C` it is the date and time alone.
    package static func due(_ time: String, isLate: Bool) -> Message {
        let localizer = Reader.current.localizer
        guard isLate, localizer.format.tag != .plain, let due = Timestamp(rfc3339: time),
            let lateness = Message.lateness(due: due, now: .current, by: localizer.clock)
        else { return recent(time) }
        return Message("\(recent(time), "time"), \(lateness, "lateness")")
    }

    /// Returns the time of day, such as `05:50:12`, for an RFC 3339 time; anything else unchanged.
    package static func clock(_ time: String) -> String {
        guard let instant = Timestamp(rfc3339: time) else { return time }
        let localizer = Reader.current.localizer
        let local = instant.microseconds / 1_000_000 + Int64(localizer.clock.secondsEastOfUTC(at: instant))
        return localizer.format.clockTime(Int((local % 86_400 + 86_400) % 86_400))
    }

    private static func message(_ time: String, _ make: (Timestamp) -> Message) -> Message {
        Timestamp(rfc3339: time).map(make) ?? Message(verbatim: time)
    }
}
