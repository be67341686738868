import Glibc
import Records
import Synchronization
import TransferLog

/// Compares the clock with what it cannot contradict: the newest entry, the age of this program, and the time for which the
/// machine has been running.
final class ClockWatch: Sendable {
    /// A step of the clock that is worth a word: more than clocks kept by the network are off, and more than a terminal
    /// may be ahead.
    static let remarkableStep: Int64 = 300_000_000
    /// Differences that are the resolution of writing, not of clocks.
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
        /// The clock less the time for which the machine has been running, as last seen.
        var origin: Int64?
        /// The last remarkable step, and when it was noticed by the uptime.
        var step: (microseconds: Int64, to: Timestamp, uptime: Int64)?
        var steps = 0
        /// Steps that nobody has asked for yet.
        var news: [Int64] = []
        /// The newest entry from before a pause of a year.
        var before: Timestamp?
    }

    /// - Parameters:
    ///   - uptime: microseconds of a clock that nobody can set, the time of sleep included.
    ///   - built: when this program was built; nil when nobody knows.
    ///   - isKept: whether a service keeps the clock right.
    init(
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

    /// How often the clock was set remarkably since the start.
    var steps: Int { state.withLock { $0.steps } }

    /// The steps since this was asked last, in microseconds.
    func news() -> [Int64] {
        state.withLock { state in
            defer { state.news = [] }
            return state.news
        }
    }

    /// Looks at the clock; nil when it can be believed.
    func look() async -> ClockTrouble? {
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
            // A step that takes back the one before puts the clock right again.
            let sum = (state.step?.microseconds ?? 0) + moved
            state.step = sum.magnitude < remarkableStep.magnitude ? nil : (sum, now, uptime)
        }
        // Set back while nobody watched. The entry that notes it puts an end to the contradiction, not to the doubt.
        if state.origin == nil, let newest, newest.microseconds - now.microseconds >= remarkableStep {
            state.step = (now.microseconds - newest.microseconds, now, uptime)
        }
        // Clocks that are kept right drift, and are pulled, all the time.
        state.origin = origin
        if let newest, now.microseconds - newest.microseconds >= year { state.before = state.before ?? newest }
        if let before = state.before, now.microseconds - before.microseconds < year { state.before = nil }
        // Whoever set the clock on purpose need not hear of it for ever.
        guard let step = state.step, uptime - step.uptime < day else { return nil }
        return .stepped(by: step.microseconds, to: step.to)
    }

    /// The time since the machine was started, sleep included.
    static let uptime: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }

    static let built = FileTimes.modified("/proc/self/exe").map { Timestamp(clamping: Int64($0 * 1e6)) }
}
