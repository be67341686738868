import Localization
import StubDaemon
import Testing
import Vocabulary

@testable import StationScreen
@testable import Terminal

/// People read the clocks of the site whose daemon answers, wherever they sit.
@Suite struct SiteClockTests {
    private static let time = "2026-12-25T06:59:59.000000Z"

    /// The tests run where the clocks show UTC, or nowhere known: then the clocks are named.
    @Test func timesAreThoseOfTheSite() throws {
        let site = SiteClock()
        SiteClock.$current.withValue(site) {
            #expect(Moment.of(Self.time).shown == "2026-12-25 06:59 UTC")
            site.learn("America/Denver")
            #expect(Moment.of(Self.time).shown.hasPrefix("2026-12-24 23:59"))
            #expect(Moment.clock(Self.time) == "23:59:59")
            site.learn("Pacific/Kiritimati")
            #expect(Moment.of(Self.time).shown.hasPrefix("2026-12-25 20:59"))
            // A zone that is not installed here is not guessed at.
            site.learn("Mars/Olympus")
            #expect(Moment.of(Self.time).shown == "2026-12-25 06:59 UTC")
            site.learn("<+0330>-3:30")
            #expect(Moment.of(Self.time).shown.hasPrefix("2026-12-25 10:29"))
            #expect(Moment.of("no time").shown == "no time")
        }
    }

    @Test func aScreenShowsTheClocksOfTheSite() {
        let site = SiteClock(LocalClock(secondsEastOfUTC: -3_600))
        SiteClock.$current.withValue(site) {
            #expect(ScreenMoment.now().offset == -3_600)
        }
    }
}
