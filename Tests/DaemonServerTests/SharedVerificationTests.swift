import LogProof
import Synchronization
import Testing
import TransferLog

@testable import DaemonServer
@testable import DaemonServices

/// Verifications of the log, of which one runs at a time.
@Suite(.timeLimit(.minutes(1))) struct SharedVerificationTests {
    /// A verification that tests let end.
    private final class Work: Sendable {
        private let state = Mutex((running: 0, most: 0, begun: 0))
        let begun: AsyncStream<Int>
        private let begin: AsyncStream<Int>.Continuation
        private let gate: AsyncStream<Void>
        private let opening: AsyncStream<Void>.Continuation

        init() {
            (begun, begin) = AsyncStream.makeStream(of: Int.self)
            (gate, opening) = AsyncStream.makeStream(of: Void.self)
        }

        var most: Int { state.withLock { $0.most } }
        var count: Int { state.withLock { $0.begun } }

        func open() { opening.finish() }

        func run() async throws -> LogFindings {
            let number = state.withLock { state in
                state.running += 1
                state.begun += 1
                state.most = max(state.most, state.running)
                return state.begun
            }
            defer { state.withLock { $0.running -= 1 } }
            begin.yield(number)
            for await _ in gate {}
            try Task.checkCancellation()
            return LogFindings(entries: Int64(number), head: TreeFrontier().head, problems: [])
        }
    }

    @Test func whoeverAsksMeanwhileSharesTheNextOne() async throws {
        let work = Work()
        let shared = SharedVerification { try await work.run() }
        let first = Task { try await shared.findings().entries }
        for await _ in work.begun { break }
        let others = (0..<24).map { _ in Task { try await shared.findings().entries } }
        // All of them have joined once one that asks afterwards has.
        let last = Task { try await shared.findings().entries }
        work.open()
        #expect(try await first.value == 1)
        for other in others + [last] { #expect(try await other.value >= 2) }
        #expect(work.most == 1)
        #expect(work.count <= 26)
    }

    @Test func oneThatNobodyWaitsForEnds() async throws {
        let work = Work()
        let shared = SharedVerification { try await work.run() }
        let lonely = Task { try await shared.findings() }
        for await _ in work.begun { break }
        lonely.cancel()
        await #expect(throws: CancellationError.self) { try await lonely.value }
        work.open()
        #expect(try await shared.findings().entries == 2)
    }
}
