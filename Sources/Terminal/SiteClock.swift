import Glibc
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

    /// Returns `2026-12-17 23:59`, followed by the zone abbreviation if this terminal has another time.
    package func text(of instant: Timestamp) -> String {
        let clock = clock
        let differs = Self.secondsEastOfUTCHere(at: instant) != clock.secondsEastOfUTC(at: instant)
        return clock.text(of: instant, isNamed: differs)
    }

    /// Returns `23:59:12`.
    package func time(of instant: Timestamp) -> String { clock.time(of: instant) }

    /// Returns the offset of this terminal's local time from UTC, in seconds east.
    private static func secondsEastOfUTCHere(at instant: Timestamp) -> Int {
        var seconds = time_t(instant.microseconds / 1_000_000)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }
}

/// Formats times for people, by the site's clock.
package enum Moment {
    /// Returns `2026-11-21 05:50` for an RFC 3339 time; anything else unchanged.
    package static func of(_ time: String) -> String { Timestamp(rfc3339: time).map(SiteClock.current.text) ?? time }

    /// Returns `05:50:12` for an RFC 3339 time; anything else unchanged.
    package static func clock(_ time: String) -> String { Timestamp(rfc3339: time).map(SiteClock.current.time) ?? time }
}
