import Foundation
import Synchronization
import TestSupport

/// The bytes that a screen writes, and when a text was first among them.
final class ScreenOutput: Sendable {
    private struct State {
        var wanted: (bytes: Data, tell: CheckedContinuation<ContinuousClock.Instant, any Error>)?
        /// When it came before anybody asked.
        var seen = Data()
        var hasEnded = false
    }

    private let terminal: PseudoTerminal
    private let state = Mutex(State())

    init(_ terminal: PseudoTerminal) {
        self.terminal = terminal
        Thread.detachNewThread { [self] in follow() }
    }

    /// When `text` was written; what was written before ``forget()`` does not count.
    ///
    /// Throws when the screen ends before.
    func moment(of text: String) async throws -> ContinuousClock.Instant {
        try await withCheckedThrowingContinuation { continuation in
            state.withLock { $0.wanted = (Data(text.utf8), continuation) }
            look()
        }
    }

    /// Lets go of what was written so far.
    func forget() { state.withLock { $0.seen.removeAll(keepingCapacity: true) } }

    private func follow() {
        while case let bytes = terminal.next(), !bytes.isEmpty {
            state.withLock { $0.seen += bytes }
            look()
        }
        state.withLock { $0.hasEnded = true }
        look()
    }

    private func look() {
        let now = ContinuousClock.now
        state.withLock { state in
            guard let wanted = state.wanted else { return }
            let isSeen = state.seen.range(of: wanted.bytes) != nil
            guard isSeen || state.hasEnded else { return }
            state.wanted = nil
            if isSeen {
                wanted.tell.resume(returning: now)
            } else {
                wanted.tell.resume(throwing: StationBenchmark.Failure("cannot measure: a screen ended"))
            }
        }
    }
}
