import Glibc
import Records
import Synchronization

/// The clocks of the site, as far as the answers of its daemon have named their zone.
///
/// Until then, and where the time zone database lacks the zone, times are shown in UTC, and say so.
final class SiteClock: Sendable {
    @TaskLocal static var current = SiteClock()

    private let known: Mutex<LocalClock?>
    private let zones: TimeZoneDirectory

    init(_ clock: LocalClock? = nil, zones: TimeZoneDirectory = .standard) {
        known = Mutex(clock)
        self.zones = zones
    }

    var clock: LocalClock { known.withLock { $0 } ?? .utc }

    /// Takes the zone that an answer of the daemon names.
    func learn(_ zone: String) {
        known.withLock { clock in
            guard clock?.zone != zone else { return }
            // A zone that is not installed here leaves UTC, which every time then names.
            clock = try? zones.clock(of: zone)
        }
    }

    /// `2026-12-17 23:59`; with the name of the clocks where those of this terminal show another time.
    func text(of instant: Timestamp) -> String {
        let clock = clock
        let differs = Self.secondsEastOfUTCHere(at: instant) != clock.secondsEastOfUTC(at: instant)
        return clock.text(of: instant, isNamed: differs)
    }

    /// `23:59:12`.
    func time(of instant: Timestamp) -> String { clock.time(of: instant) }

    /// How far the clocks of the person at this terminal are ahead of UTC.
    private static func secondsEastOfUTCHere(at instant: Timestamp) -> Int {
        var seconds = time_t(instant.microseconds / 1_000_000)
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }
}
