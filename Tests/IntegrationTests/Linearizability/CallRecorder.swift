import Synchronization

/// The calls of all clients as they were seen from outside, thing by thing, and which life of the daemon it is.
final class CallRecorder: Sendable {
    private struct State {
        var now = 0
        var calls: [String: [RecordedCall]] = [:]
        var answered = 0
        var life = 0
        var isOver = false
        var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var mourning: [CheckedContinuation<Bool, Never>] = []
    }

    private let state = Mutex(State())

    /// The calls about each thing.
    var calls: [String: [RecordedCall]] { state.withLock { $0.calls } }

    /// How many calls were answered.
    var answered: Int { state.withLock { $0.answered } }

    /// Which life of the daemon it is, from 0; nil when the history is to end.
    var life: Int? { state.withLock { $0.isOver ? nil : $0.life } }

    /// Notes that a call begins, and returns when.
    func begin() -> Int {
        state.withLock { state in
            state.now += 1
            return state.now
        }
    }

    func add(_ act: RecordedCall.Act, on thing: String, began: Int, answer: RecordedCall.Answer?) {
        let ready = state.withLock { state in
            state.now += 1
            let call = RecordedCall(act, began: began, ended: state.now, answer: answer)
            state.calls[thing, default: []].append(call)
            if answer != nil { state.answered += 1 }
            let ready = state.waiting.filter { $0.count <= state.answered }
            state.waiting.removeAll { $0.count <= state.answered }
            return ready
        }
        for waiting in ready { waiting.continuation.resume() }
    }

    /// Returns once so many calls were answered.
    func hasAnswered(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard state.answered < count, !state.isOver else { return true }
                state.waiting.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// A daemon was started in the place of one that was killed.
    func beginLife() {
        let mourning = state.withLock { state in
            state.life += 1
            defer { state.mourning = [] }
            return state.mourning
        }
        for client in mourning { client.resume(returning: true) }
    }

    /// No further call begins, and nobody waits for answers any more.
    func end() {
        let mourning = state.withLock { state in
            state.isOver = true
            defer { state.mourning = [] }
            return state.mourning
        }
        for client in mourning { client.resume(returning: false) }
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiting in waiting { waiting.continuation.resume() }
    }

    /// Returns once the daemon of this life was followed by another; false when none follows.
    func isFollowed(life: Int) async -> Bool {
        await withCheckedContinuation { continuation in
            let known: Bool? = state.withLock { state in
                if state.life > life { return true }
                if state.isOver { return false }
                state.mourning.append(continuation)
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
    }
}
