import Synchronization

/// One wish to pair: what is to be typed, for how long, and who waits for the answer.
final class PairingRequest: Sendable {
    typealias Answer = Result<PairedScanner, ScannerPairingError>

    private enum State {
        case fresh
        case waiting(CheckedContinuation<Answer, Never>)
        case answered(Answer)
    }

    let text: String
    let patterns: [PairingPattern]
    let limit: Duration
    private let state = Mutex(State.fresh)

    init(text: String, patterns: [PairingPattern], limit: Duration) {
        self.text = text
        self.patterns = patterns
        self.limit = limit
    }

    var isAnswered: Bool {
        state.withLock { state in
            if case .answered = state { true } else { false }
        }
    }

    /// Answers; of several answers the first counts.
    func finish(_ answer: Answer) {
        let waiter = state.withLock { state -> CheckedContinuation<Answer, Never>? in
            switch state {
            case .fresh:
                state = .answered(answer)
                return nil
            case .waiting(let continuation):
                state = .answered(answer)
                return continuation
            case .answered:
                return nil
            }
        }
        waiter?.resume(returning: answer)
    }

    /// Waits for the answer; for one task.
    func answer() async -> Answer {
        await withCheckedContinuation { continuation in
            let answer = state.withLock { state -> Answer? in
                switch state {
                case .fresh:
                    state = .waiting(continuation)
                    return nil
                case .waiting:
                    return .failure(.alreadyPairing)
                case .answered(let answer):
                    return answer
                }
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }
}
