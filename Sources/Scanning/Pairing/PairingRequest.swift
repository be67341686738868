import Synchronization

/// A request to pair: the text to be typed, the accepted layouts and framings, the time limit, and the waiting
/// caller.
final class PairingRequest: Sendable {
    typealias Answer = Result<PairedScanner, ScannerPairingError>

    private enum State {
        case fresh
        case waiting(CheckedContinuation<Answer, Never>)
        case answered(Answer)
    }

    let text: String
    /// Most likely first.
    let layouts: [KeyboardLayout]
    let compiled: CompiledLayouts
    /// Most likely first.
    let framings: [ScanFraming]
    let limit: Duration
    /// Whether to listen to USB serial lines; opening one may disturb a device that is not a scanner.
    let listensToLines: Bool
    private let state = Mutex(State.fresh)

    /// Creates a request for a text that is not typed by chance: eight or more upper-case letters and digits.
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

    /// The framing for serial lines; `suffix` accepts every usual end.
    var lineFraming: ScanFraming { framings.first ?? .suffix }

    var isAnswered: Bool {
        state.withLock { state in
            if case .answered = state { true } else { false }
        }
    }

    /// Completes the request; only the first answer counts.
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

    /// Waits for the answer; may be called by one task only.
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
