import Synchronization

/// One wish to pair: what is to be typed, in which ways, for how long, and who waits for the answer.
final class PairingRequest: Sendable {
    typealias Answer = Result<PairedScanner, ScannerPairingError>

    private enum State {
        case fresh
        case waiting(CheckedContinuation<Answer, Never>)
        case answered(Answer)
    }

    let text: String
    /// The likeliest first.
    let layouts: [KeyboardLayout]
    let compiled: CompiledLayouts
    /// The likeliest first.
    let framings: [ScanFraming]
    let limit: Duration
    /// Whether serial lines over USB are listened to: opening one may disturb what is no scanner.
    let listensToLines: Bool
    private let state = Mutex(State.fresh)

    /// A wish for a text that nobody types by chance: eight or more capital letters and digits.
    ///
    /// Compiles the layouts, which takes some milliseconds each.
    init(
        text: String,
        layouts: [KeyboardLayout],
        framings: [ScanFraming],
        limit: Duration,
        listensToLines: Bool = false
    ) throws(ScannerPairingError) {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        guard isPlain, (8...64).contains(text.utf8.count) else { throw .unsuitableText }
        self.text = text
        self.layouts = layouts
        self.compiled = CompiledLayouts(layouts)
        self.framings = framings
        self.limit = limit
        self.listensToLines = listensToLines
    }

    /// The framing under which a serial line is understood; `suffix` takes every usual end.
    var lineFraming: ScanFraming { framings.first ?? .suffix }

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
