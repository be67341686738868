internal import Dispatch
internal import Synchronization

/// A fixed number of threads that may block while a child works, with a bounded queue for each user.
///
/// Users take turns, however many jobs each has. A user without a running job immediately gets a thread from a second
/// set of the same size, so that a queue of other users' jobs only slows the job down and does not delay it. The two
/// sets together limit the number of children.
final class ChildLanes: Sendable {
    typealias Job = @Sendable () -> Void

    private struct State {
        struct User {
            var running = 0
            var line: [Job] = []
            /// The turn in which a job of this user last began; 0 for never.
            var lastTurn = 0
        }

        var idle: [DispatchQueue]
        /// The users with a running or waiting job.
        var users: [String: User] = [:]
        var busy = 0
        var waiting = 0
        var turn = 0

        /// Whether another job of `user` may begin.
        func mayBegin(_ user: String, count: Int) -> Bool {
            guard !idle.isEmpty else { return false }
            return busy < count || users[user]?.running ?? 0 == 0
        }

        /// Takes a lane for a job of `user` that begins now.
        mutating func begin(_ user: String) -> DispatchQueue? {
            guard let lane = idle.popLast() else { return nil }
            turn += 1
            busy += 1
            users[user, default: User()].running += 1
            users[user]?.lastTurn = turn
            return lane
        }

        mutating func end(_ user: String, _ lane: DispatchQueue) {
            idle.append(lane)
            busy -= 1
            users[user]?.running -= 1
            if let left = users[user], left.running <= 0, left.line.isEmpty { users[user] = nil }
        }

        /// The next job that may begin, chosen from the waiting user whose last turn is the longest ago.
        mutating func next(count: Int) -> (Job, String)? {
            let able = users.filter { !$0.value.line.isEmpty && mayBegin($0.key, count: count) }
            guard let user = able.min(by: { $0.value.lastTurn < $1.value.lastTurn })?.key,
                let job = users[user]?.line.removeFirst()
            else { return nil }
            waiting -= 1
            return (job, user)
        }
    }

    private let count: Int
    let waitingLimit: Int
    private let waitingEach: Int
    private let state: Mutex<State>

    /// At most `waiting` jobs may wait in total and `waitingEach` per user; each user may always have one waiting
    /// job.
    init(count: Int, waiting: Int, waitingEach: Int) {
        self.count = max(count, 1)
        waitingLimit = max(waiting, 0)
        self.waitingEach = max(waitingEach, 0)
        // Each lane is a serial queue of its own, which gets a thread whenever it needs one, even if all others
        // block.
        let lanes = (0..<2 * self.count).map { DispatchQueue(label: "outguide.image-decoding.\($0)") }
        state = Mutex(State(idle: lanes))
    }

    /// Runs `job` of `user` when its turn comes; returns false when the queue is full and the job is rejected.
    func enter(for user: String, _ job: @escaping Job) -> Bool {
        let (taken, lane) = state.withLock { state -> (Bool, DispatchQueue?) in
            let own = state.users[user]?.line.count ?? 0
            if own == 0, state.mayBegin(user, count: count), let lane = state.begin(user) { return (true, lane) }
            let hasRoom = own == 0 ? waitingLimit > 0 : state.waiting < waitingLimit
            guard hasRoom, own < waitingEach else { return (false, nil) }
            state.users[user, default: State.User()].line.append(job)
            state.waiting += 1
            return (true, nil)
        }
        if let lane { start(job, of: user, on: lane) }
        return taken
    }

    private func start(_ job: @escaping Job, of user: String, on lane: DispatchQueue) {
        lane.async { [self] in
            job()
            let next = state.withLock { state -> (job: Job, user: String, lane: DispatchQueue)? in
                state.end(user, lane)
                guard let (job, user) = state.next(count: count), let lane = state.begin(user) else { return nil }
                return (job, user, lane)
            }
            if let next { start(next.job, of: next.user, on: next.lane) }
        }
    }
}
