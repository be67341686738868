internal import Dispatch
internal import Synchronization

/// Threads that may block while a child works: a fixed number of them, and a bounded line before them.
final class ChildLanes: Sendable {
    typealias Job = @Sendable () -> Void

    private struct State {
        var idle: [DispatchQueue]
        var line: [Job] = []
    }

    let waitingLimit: Int
    private let state: Mutex<State>

    /// Each lane is a serial queue of its own: those get a thread whenever they need one, whoever else blocks.
    init(count: Int, waiting: Int) {
        waitingLimit = max(waiting, 0)
        let lanes = (0..<max(count, 1)).map { DispatchQueue(label: "outguide.image-decoding.\($0)") }
        state = Mutex(State(idle: lanes))
    }

    /// Runs `job` as soon as a lane is idle; false when the line is full and it will never run.
    func enter(_ job: @escaping Job) -> Bool {
        let (taken, lane) = state.withLock { state -> (Bool, DispatchQueue?) in
            if let lane = state.idle.popLast() { return (true, lane) }
            guard state.line.count < waitingLimit else { return (false, nil) }
            state.line.append(job)
            return (true, nil)
        }
        if let lane { start(job, on: lane) }
        return taken
    }

    private func start(_ job: @escaping Job, on lane: DispatchQueue) {
        lane.async { [self] in
            job()
            let next = state.withLock { state -> Job? in
                guard state.line.isEmpty else { return state.line.removeFirst() }
                state.idle.append(lane)
                return nil
            }
            if let next { start(next, on: lane) }
        }
    }
}
