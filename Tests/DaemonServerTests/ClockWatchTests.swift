import Circulation
import Localization
import Logging
import Synchronization
import Testing
import TransferLog
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// The clock against what it cannot contradict.
@Suite struct ClockWatchTests {
    /// A clock and an uptime that tests set.
    private final class Hands: Sendable {
        private let state = Mutex((now: Int64(0), uptime: Int64(0)))

        init(_ text: String) { state.withLock { $0.now = Timestamp(rfc3339: text)?.microseconds ?? 0 } }

        var clock: UTCClock { UTCClock { Timestamp(clamping: self.state.withLock { $0.now }) } }
        var uptime: @Sendable () -> Int64 { { self.state.withLock { $0.uptime } } }

        /// Time goes by, and the clock is set on the way.
        func pass(seconds: Int64, setBy step: Int64 = 0) {
            state.withLock { state in
                state.uptime += seconds * 1_000_000
                state.now += (seconds + step) * 1_000_000
            }
        }
    }

    private func watch(
        _ hands: Hands,
        _ parts: DaemonParts,
        built: String = "2026-11-01T00:00:00Z",
        isKept: Bool = false
    ) -> ClockWatch {
        ClockWatch(
            log: parts.log,
            clock: hands.clock,
            uptime: hands.uptime,
            built: Timestamp(rfc3339: built),
            isKept: { isKept }
        )
    }

    @Test func aClockOutsideOfTheLifeOfTheProgramIsNotBelieved() async throws {
        try await ScratchDaemon.with { parts in
            for (now, isKept, words) in [
                ("2000-01-01T00:00:00Z", true, "stands behind"), ("2031-01-01T00:00:00Z", false, "may stand ahead"),
                ("2040-01-01T00:00:00Z", true, "may stand ahead"), ("2027-01-01T00:00:00Z", false, ""),
                ("2031-01-01T00:00:00Z", true, ""),
            ] {
                let trouble = await watch(Hands(now), parts, isKept: isKept).look()
                #expect((trouble?.description ?? "").contains(words) && (trouble == nil) == words.isEmpty, "\(now)")
            }
        }
    }

    @Test func aClockIsHeldAgainstTheNewestEntry() async throws {
        try await ScratchDaemon.with { parts in
            _ = try await parts.circulation.register(
                NewEntity(type: .location, title: try FreeText("Shelf")),
                by: Attribution(principal: .daemon)
            )
            let newest = UTCClock.system.now()
            func hands(_ seconds: Int) -> Hands { Hands(newest.advanced(bySeconds: seconds).rfc3339) }
            let built = newest.advanced(bySeconds: -86_400 * 700).rfc3339
            let behind = await watch(hands(-3_600), parts, built: built).look()
            #expect(behind?.description.contains("stands behind the newest entry") == true)
            #expect(await watch(hands(60), parts, built: built).look() == nil)
            // What is written afterwards does not make such a clock right.
            let ahead = hands(86_400 * 400)
            let watch = watch(ahead, parts, built: newest.rfc3339)
            #expect(await watch.look()?.description.contains("may stand ahead") == true)
            ahead.pass(seconds: 60, setBy: -86_400 * 400)
            let after = await watch.look()
            #expect(after?.description.contains("was set back by 400 days") == true)
        }
    }

    /// The log notes at once that its clock was set back: nothing else has to happen first.
    @Test(arguments: [false, true])
    func aClockThatWasSetBackIsNotedAtOnce(whileItRuns: Bool) async throws {
        let hands = Hands("2026-11-21T11:00:00Z")
        try await ScratchDaemon.with(clock: hands.clock) { parts in
            _ = try await parts.circulation.register(
                NewEntity(type: .location, title: try FreeText("Shelf")),
                by: Attribution(principal: .daemon)
            )
            let service = ClockService(
                watch: watch(hands, parts),
                log: parts.log,
                interval: .seconds(30),
                logger: Logger(label: "clock")
            )
            if whileItRuns { #expect(await service.look(nil) == nil) }
            hands.pass(seconds: 30, setBy: -3_600)
            _ = await service.look(nil)
            func newest() async throws -> Entry? {
                try await parts.log.read { view in try view.newestEntry().map { try view.entry($0) } }
            }
            let noted = try #require(try await newest())
            #expect(noted.fact == .log(.clockSteppedBack(microseconds: 3_570_000_000)))
            // Once is enough, and it is still said.
            hands.pass(seconds: 30)
            #expect(await service.look(nil)?.hasPrefix("stepped") == true)
            #expect(try await newest()?.number == noted.number)
        }
    }

    @Test func aStepWhileTheDaemonRunsIsSeen() async throws {
        try await ScratchDaemon.with { parts in
            let hands = Hands("2026-11-20T10:00:00Z")
            let watch = watch(hands, parts)
            #expect(await watch.look() == nil)
            hands.pass(seconds: 3_600, setBy: 2)
            #expect(await watch.look() == nil)
            hands.pass(seconds: 30, setBy: 3_600)
            #expect(await watch.look()?.description.contains("was set forward by") == true)
            #expect(watch.news() == [3_600_000_000])
            #expect(watch.news().isEmpty)
            // Set back again, all is as it was.
            hands.pass(seconds: 30, setBy: -3_600)
            #expect(await watch.look() == nil)
            #expect(watch.steps == 2)
            hands.pass(seconds: 30, setBy: -86_400 * 3)
            #expect(await watch.look()?.description.contains("was set back by 3 days") == true)
            // A day later everybody knows.
            hands.pass(seconds: 86_400)
            #expect(await watch.look() == nil)
        }
    }
}
