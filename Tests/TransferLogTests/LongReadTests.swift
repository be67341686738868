import Dispatch
import Glibc
import Testing
import TransferLog

/// Reads that take long have readers of their own.
@Suite(.timeLimit(.minutes(1))) struct LongReadTests {
    @Test func aPromptReadWaitsForNoLongOne() async throws {
        try await ScratchLog.with { scratch in
            let log = scratch.log
            let gate = DispatchSemaphore(value: 0)
            let (begun, begin) = AsyncStream.makeStream(of: Void.self)
            // More than either has readers.
            let reads = (0..<8).map { _ in
                Task {
                    try await Pace.$current.withValue(.long) {
                        try await log.read { view in
                            begin.yield()
                            gate.wait()
                            return try view.newestEntry()
                        }
                    }
                }
            }
            var count = 0
            for await _ in begun {
                count += 1
                if count == 4 { break }
            }
            let prompt = try await log.read { try $0.newestEntry() }
            #expect(prompt == nil)
            for _ in reads { gate.signal() }
            for read in reads {
                let newest = try await read.value
                #expect(newest == nil)
            }
        }
    }

    /// The niceness of the calling thread.
    private static var niceness: CInt { getpriority(CInt(bitPattern: PRIO_PROCESS.rawValue), 0) }

    @Test func theThreadsOfLongWorkYieldToOthers() async throws {
        try await ScratchLog.with { scratch in
            let log = scratch.log
            let usual = try await log.read { _ in Self.niceness }
            let long = try await Pace.$current.withValue(.long) { try await log.read { _ in Self.niceness } }
            #expect(long == 10 && usual < long)
            let task = await withTaskExecutorPreference(LongWorkExecutor.shared) { Self.niceness }
            #expect(task == 10)
            let later = try await log.read { _ in Self.niceness }
            #expect(later == usual)
        }
    }
}
