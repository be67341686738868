import Glibc
import TransferLog
import Wire

/// Shares out the work that takes long, so that no user's requests keep those of another waiting.
///
/// One request of a kind runs at a time, with a reader of the log apart from those that answer where a thing is. Of the
/// users who wait, the one goes next whose requests have taken the least time lately, so that many cheap requests weigh
/// as much as one dear one. What waits is bounded for each user and in all; beyond that a request is refused at once.
actor WorkBudget {
    /// Requests of one kind that may wait.
    struct Limits: Sendable {
        /// Of one user.
        var waitingEach = 32
        /// Of all users; one of each user may wait in any case.
        var waiting = 128
        /// The longest time, in seconds, after which somebody is asked to try again.
        var longestRetry = 60
    }

    private struct Waiter {
        let number: Int
        let user: uid_t
        let turn: CheckedContinuation<Void, any Error>
    }

    private struct Line {
        /// Who has the work now; nil when it is idle.
        var running: uid_t?
        /// In the order in which they came.
        var waiters: [Waiter] = []
        /// How long the work of each user took who runs or waits, counted from the least of the others when they came.
        var spent: [uid_t: Duration] = [:]
        /// How long a request took lately.
        var usual = Duration.zero

        /// Counts `user` among those who want work.
        mutating func note(_ user: uid_t) {
            // Whoever comes anew has no claim for the time when they wanted nothing.
            let wanting = Set(waiters.map(\.user) + [running].compactMap { $0 })
            let least = spent.filter { wanting.contains($0.key) }.values.min() ?? .zero
            if !wanting.contains(user) { spent[user] = max(spent[user] ?? least, least) }
        }

        mutating func charge(_ user: uid_t, _ time: Duration) {
            spent[user, default: .zero] += time
            usual = usual == .zero ? time : (usual * 7 + time) / 8
        }

        /// Takes out whoever goes next.
        mutating func next() -> Waiter? {
            let users = Set(waiters.map(\.user))
            let least = users.compactMap { spent[$0] }.min()
            guard let index = waiters.firstIndex(where: { spent[$0.user] == least }) else { return nil }
            return waiters.remove(at: index)
        }
    }

    private let limits: Limits
    private let now: @Sendable () -> ContinuousClock.Instant
    private var lines: [WorkKind: Line] = [:]
    private var count = 0

    init(limits: Limits = Limits(), now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.limits = limits
        self.now = now
    }

    /// The answer of `work`, which begins when it is the turn of `user`.
    ///
    /// Throws a ``Problem`` of the kind `busy` when too many requests wait: with the status 429 when they are this user's,
    /// and 503 when they are everybody's. Cancelling the task gives the place in the line up.
    func run<Answer: Sendable>(
        _ kind: WorkKind,
        for user: uid_t,
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await enter(kind, user)
        let start = now()
        defer { leave(kind, user, after: start.duration(to: now())) }
        return try await Pace.$current.withValue(.long) {
            // A task of its own has the priority that is asked for.
            try await withThrowingTaskGroup(of: Answer.self) { group in
                group.addTask(priority: .utility) { try await work() }
                guard let answer = try await group.next() else { throw CancellationError() }
                return answer
            }
        }
    }

    /// How many requests of this kind wait, and how many of them are this user's.
    func waiting(for kind: WorkKind, of user: uid_t) -> (all: Int, own: Int) {
        let waiters = lines[kind]?.waiters ?? []
        return (waiters.count, waiters.count { $0.user == user })
    }

    private func enter(_ kind: WorkKind, _ user: uid_t) async throws {
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

    private func checkRoom(in line: Line, of kind: WorkKind, for user: uid_t) throws(Problem) {
        let (all, own) = waiting(for: kind, of: user)
        let isOwn = own >= limits.waitingEach
        guard isOwn || (own > 0 && all >= limits.waiting) else { return }
        let time = line.usual * all
        let seconds = min(max(Int(time.components.seconds) + 1, 1), limits.longestRetry)
        let whose = isOwn ? "\(own) requests of this user" : "\(all) requests"
        throw Problem(
            .busy,
            status: isOwn ? 429 : 503,
            detail: "cannot take the request: \(whose) wait for the same work; send it again in \(seconds) s",
            retryAfter: seconds
        )
    }

    private func leave(_ kind: WorkKind, _ user: uid_t, after time: Duration) {
        lines[kind]?.charge(user, time)
        guard let next = lines[kind]?.next() else {
            lines[kind]?.running = nil
            lines[kind]?.spent = [:]
            return
        }
        lines[kind]?.running = next.user
        next.turn.resume()
    }

    private func abandon(_ number: Int, _ kind: WorkKind) {
        guard let index = lines[kind]?.waiters.firstIndex(where: { $0.number == number }) else { return }
        lines[kind]?.waiters.remove(at: index).turn.resume(throwing: CancellationError())
    }
}
