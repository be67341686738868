internal import Glibc
internal import Synchronization

/// One image's way through one child process; ``decode(_:)`` is called once and blocks, ``cancel()`` from anywhere.
final class ChildRun: Sendable {
    private struct State {
        var child: pid_t?
        var isCancelled = false
    }

    private let executable: String
    private let task: DecoderTask
    private let timeLimit: Duration
    private let state = Mutex(State())

    init(executable: String, task: DecoderTask, timeLimit: Duration) {
        self.executable = executable
        self.task = task
        self.timeLimit = timeLimit
    }

    /// Kills the child, now or as soon as it would start.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if let child = state.child { kill(child, SIGKILL) }
        }
    }

    func decode(_ image: [UInt8]) -> Result<DecoderAnswer, ImageDecodingError> {
        let deadline = ContinuousClock.now + timeLimit
        return Result { () throws(ImageDecodingError) in
            do throws(ImageDecodingError) {
                return try decode(image, task, until: deadline)
            } catch {
                // The second engine ends the process where its own assertions fail; libzbar alone may yet read it.
                guard case .crashed = error, task.text == nil, task.options.usesSecondEngine else { throw error }
                var simpler = task
                simpler.options.usesSecondEngine = false
                do throws(ImageDecodingError) {
                    return try decode(image, simpler, until: deadline)
                } catch .cancelled {
                    throw .cancelled
                } catch _ {
                    throw error
                }
            }
        }
    }

    /// One child's work from start to end.
    private func decode(
        _ image: [UInt8],
        _ task: DecoderTask,
        until deadline: ContinuousClock.Instant
    ) throws(ImageDecodingError) -> DecoderAnswer {
        guard let argument = task.argument else { throw .cannotStart("its limits cannot be told") }
        if state.withLock(\.isCancelled) { throw .cancelled }
        let child = try SpawnedChild(executable: executable, argument: argument)
        let wasCancelled = state.withLock { state in
            state.child = child.identifier
            return state.isCancelled
        }
        var talk = ChildTalk(socket: child.socket, answerLimit: task.limits.answerBytes, deadline: deadline)
        let outcome = wasCancelled ? .hungUp : talk.exchange(image)
        return try judge(outcome, answer: talk.answer, end: end(child))
    }

    /// Ends the child and takes its status.
    ///
    /// A child that hung up has said all it can say: when it is ending already this changes nothing in its status,
    /// and when it only pretends to, it ends now.
    private func end(_ child: consuming SpawnedChild) -> ChildEnd {
        state.withLock { state in
            kill(child.identifier, SIGKILL)
            // From here on its number may be given to another process, which a late cancel must not hit.
            state.child = nil
        }
        return child.wait()
    }

    private func judge(
        _ outcome: ChildTalk.Outcome,
        answer: [UInt8],
        end: ChildEnd
    ) throws(ImageDecodingError) -> DecoderAnswer {
        if state.withLock(\.isCancelled) { throw .cancelled }
        switch outcome {
        case .timedOut: throw .timedOut
        case .tooLong: throw .brokenAnswer("it wrote more than \(task.limits.answerBytes) bytes")
        case .hungUp: break
        }
        if case .killed(let signal) = end, signal != SIGKILL { throw end.error }
        guard !answer.isEmpty else { throw end.error }
        return try DecoderAnswer.parse(answer)
    }
}
