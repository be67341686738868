import Glibc
import Safekeeping
import Synchronization
package import TransferLog
package import Vocabulary

/// Compares the clock with the newest entry, the build time of this program, and the uptime of the machine.
package final class ClockWatch: Sendable {
    /// The smallest step of the clock that is reported: more than the error of a synchronised clock, and more than a
    /// terminal may be ahead.
    static let remarkableStep: Int64 = 300_000_000
    /// Smaller differences are due to the resolution of stored times, not to clocks.
    private static let tolerance: Int64 = 2_000_000
    private static let day: Int64 = 86_400_000_000
    private static let year = 366 * day

    private let log: TransferLog
    private let clock: UTCClock
    private let uptime: @Sendable () -> Int64
    private let built: Timestamp?
    private let isKept: @Sendable () -> Bool
    private let state = Mutex(State())

    private struct State {
        /// The clock minus the uptime, as last observed.
        var origin: Int64?
        /// The last reportable step, and the uptime at which it was noticed.
        var step: (microseconds: Int64, to: Timestamp, uptime: Int64)?
        var steps = 0
        /// Steps not yet returned by ``news()``.
        var news: [Int64] = []
        /// The newest entry from before a gap of a year.
        var before: Timestamp?
    }

    /// - Parameters:
    ///   - uptime: microseconds of a clock that cannot be set and includes time asleep.
    ///   - built: when this program was built; nil when unknown.
    ///   - isKept: whether a service synchronises the clock.
    package init(
        log: TransferLog,
        clock: UTCClock = .system,
        uptime: @escaping @Sendable () -> Int64 = ClockWatch.uptime,
        built: Timestamp? = ClockWatch.built,
        isKept: @escaping @Sendable () -> Bool = { ClockCheck.isKept(by: ClockCheck.keepers) }
    ) {
        self.log = log
        self.clock = clock
        self.uptime = uptime
        self.built = built
        self.isKept = isKept
    }

    /// The number of reportable steps since the start.
    package var steps: Int { state.withLock { $0.steps } }

    /// The steps since the last call, in microseconds.
    func news() -> [Int64] {
        state.withLock { state in
            defer { state.news = [] }
            return state.news
        }
    }

    /// Checks the clock; returns nil when it is plausible.
    package func look() async -> ClockTrouble? {
        let newest = try? await log.read { view in
            try view.newestEntry().map { try view.entry($0).recordedAt }
        }
        let (now, uptime) = (clock.now(), uptime())
        let stepped = state.withLock { Self.note(now, uptime, newest: newest ?? nil, in: &$0) }
        if let built, now.microseconds < built.microseconds - Self.day {
            return .beforeTheProgram(now: now, built: built)
        }
        if let newest = newest ?? nil, newest.microseconds > now.microseconds + Self.tolerance {
            return .behindTheLog(now: now, newest: newest)
        }
        if let before = state.withLock({ $0.before }) { return .farAheadOfTheLog(now: now, newest: before) }
        if let built, now.microseconds > built.microseconds + 3 * Self.year,
            now.microseconds > built.microseconds + 10 * Self.year || !isKept()
        {
            return .longAfterTheProgram(now: now, built: built)
        }
        return stepped
    }

    private static func note(
        _ now: Timestamp,
        _ uptime: Int64,
        newest: Timestamp?,
        in state: inout State
    ) -> ClockTrouble? {
        let origin = now.microseconds - uptime
        let moved = state.origin.map { origin - $0 } ?? 0
        if moved.magnitude >= remarkableStep.magnitude {
            state.steps += 1
            state.news.append(moved)
            // A step that reverses the previous one corrects the clock.
            let sum = (state.step?.microseconds ?? 0) + moved
            state.step = sum.magnitude < remarkableStep.magnitude ? nil : (sum, now, uptime)
        }
        // The clock was set back while the daemon was not running. Recording the step resolves the contradiction, but
        // the clock remains in doubt.
        if state.origin == nil, let newest, newest.microseconds - now.microseconds >= remarkableStep {
            state.step = (now.microseconds - newest.microseconds, now, uptime)
        }
        // Synchronised clocks are adjusted in small amounts all the time.
        state.origin = origin
        if let newest, now.microseconds - newest.microseconds >= year { state.before = state.before ?? newest }
        if let before = state.before, now.microseconds - before.microseconds < year { state.before = nil }
        // After a day, a deliberate change of the clock is no longer reported.
        guard let step = state.step, uptime - step.uptime < day else { return nil }
        return .stepped(by: step.microseconds, to: step.to)
    }

    /// The time since the machine started, including time asleep.
    package static let uptime: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }

    package static let built = FileTimes.modified("/proc/self/exe").map { Timestamp(clamping: Int64($0 * 1e6)) }
}
