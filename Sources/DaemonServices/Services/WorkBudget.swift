package import Glibc
import TransferLog

/// Schedules long work, so that one user's requests do not delay another's.
///
/// One request of each kind runs at a time, on threads of low priority and a log reader of its own. Among the waiting
/// users, the one whose requests have recently taken the least time goes next, so that many cheap requests weigh as
/// much as one expensive one. The queue is limited per user and in total; requests beyond a limit are refused
/// immediately.
///
/// `Kind` is the main resource that a request uses; requests wait only for others of the same kind.
package actor WorkBudget<Kind: Hashable & Sendable> {
    private struct Waiter {
        let number: Int
        let user: uid_t
        let turn: CheckedContinuation<Void, any Error>
    }

    private struct Line {
        /// The user whose work is running; nil when idle.
        var running: uid_t?
        /// In order of arrival.
        var waiters: [Waiter] = []
        /// Time used by each running or waiting user, relative to the lowest value among the others when the user
        /// arrived.
        var spent: [uid_t: Duration] = [:]
        /// The moving average of the duration of a request.
        var usual = Duration.zero

        /// Adds `user` to those who want work.
        mutating func note(_ user: uid_t) {
            // A user who arrives gets no credit for the time spent without requests.
            let wanting = Set(waiters.map(\.user) + [running].compactMap { $0 })
            let least = spent.filter { wanting.contains($0.key) }.values.min() ?? .zero
            if !wanting.contains(user) { spent[user] = max(spent[user] ?? least, least) }
        }

        mutating func charge(_ user: uid_t, _ time: Duration) {
            spent[user, default: .zero] += time
            usual = usual == .zero ? time : (usual * 7 + time) / 8
        }

        /// Removes and returns the request that goes next.
        mutating func next() -> Waiter? {
            let users = Set(waiters.map(\.user))
            let least = users.compactMap { spent[$0] }.min()
            guard let index = waiters.firstIndex(where: { spent[$0.user] == least }) else { return nil }
            return waiters.remove(at: index)
        }
    }

    private let limits: WorkLimits
    private let now: @Sendable () -> ContinuousClock.Instant
    private var lines: [Kind: Line] = [:]
    private var count = 0

    package init(limits: WorkLimits = WorkLimits(), now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.limits = limits
        self.now = now
    }

    /// Runs `work` when it is the turn of `user`, and returns its result.
    ///
    /// Throws a ``WorkBudgetError`` when too many requests wait. Cancelling the task gives up its place in the queue.
    package func run<Answer: Sendable>(
        _ kind: Kind,
        for user: uid_t,
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await enter(kind, user)
        let start = now()
        defer { leave(kind, user, after: start.duration(to: now())) }
        return try await Pace.$current.withValue(.long) {
            // A separate task, because only a new one can prefer an executor.
            try await withThrowingTaskGroup(of: Answer.self) { group in
                group.addTask(executorPreference: LongWorkExecutor.shared, priority: .utility) { try await work() }
                guard let answer = try await group.next() else { throw CancellationError() }
                return answer
            }
        }
    }

    /// The number of waiting requests of this kind, in total and of this user.
    package func waiting(for kind: Kind, of user: uid_t) -> (all: Int, own: Int) {
        let waiters = lines[kind]?.waiters ?? []
        return (waiters.count, waiters.count { $0.user == user })
    }

    private func enter(_ kind: Kind, _ user: uid_t) async throws {
        try Task.checkCancellation()
        var line = lines[kind] ?? Line()
        line.note(user)
        guard line.running != nil else {
            line.running = user
            lines[kind] = line
            return
        }
        lines[kind] = line
        try checkRoom(in: line, of: kind, for: user)
        count += 1
        let number = count
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { turn in
                lines[kind]?.waiters.append(Waiter(number: number, user: user, turn: turn))
            }
        } onCancel: {
            Task { await abandon(number, kind) }
        }
    }

    private func checkRoom(in line: Line, of kind: Kind, for user: uid_t) throws(WorkBudgetError) {
        let (all, own) = waiting(for: kind, of: user)
        let isOwn = own >= limits.waitingEach
        guard isOwn || (own > 0 && all >= limits.waiting) else { return }
        let time = line.usual * all
        let seconds = min(max(Int(time.components.seconds) + 1, 1), limits.longestRetry)
        throw WorkBudgetError(isOfUser: isOwn, waiting: isOwn ? own : all, seconds: seconds)
    }

    private func leave(_ kind: Kind, _ user: uid_t, after time: Duration) {
        lines[kind]?.charge(user, time)
        guard let next = lines[kind]?.next() else {
            lines[kind]?.running = nil
            lines[kind]?.spent = [:]
            return
        }
        lines[kind]?.running = next.user
        next.turn.resume()
    }

    private func abandon(_ number: Int, _ kind: Kind) {
        guard let index = lines[kind]?.waiters.firstIndex(where: { $0.number == number }) else { return }
        lines[kind]?.waiters.remove(at: index).turn.resume(throwing: CancellationError())
    }
}
