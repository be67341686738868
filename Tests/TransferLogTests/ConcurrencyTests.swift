import Dispatch
import Testing
import Vocabulary

@testable import TransferLog

/// Many who write, and those who look on.
@Suite struct ConcurrencyTests {
    /// More than the queue holds is refused at once, and what was taken in is there.
    @Test func anOverloadIsRefusedAndNothingAcceptedIsLost() async throws {
        try await ScratchLog.with { scratch in
            let (log, gate, started) = (scratch.log, DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let excess = 100
            async let blocker: Void = log.write { _ in
                started.signal()
                gate.wait()
            }
            await Self.waits(for: started)
            let (refusals, refuse) = AsyncStream.makeStream(of: Void.self)
            let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<TransferLog.queueCapacity + excess {
                    group.addTask {
                        do {
                            try await Self.write(to: log)
                            return true
                        } catch TransferLogError.busy {
                            refuse.yield()
                            return false
                        }
                    }
                }
                var refused = 0
                for await _ in refusals {
                    refused += 1
                    if refused == excess { break }
                }
                gate.signal()
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            try await blocker
            #expect(accepted == TransferLog.queueCapacity)
            #expect(try await log.read { try $0.newestEntry()?.rawValue } == Int64(accepted))
            #expect(try await log.verify().problems == [])
        }
    }

    @Test func aSlowReaderHoldsUpNobodyAndSeesOneState() async throws {
        try await ScratchLog.with { scratch in
            let (log, gate, started) = (scratch.log, DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            try await Self.write(to: log)
            async let seen = log.read { view in
                let before = try view.newestEntry()
                started.signal()
                gate.wait()
                return (before, try view.newestEntry())
            }
            await Self.waits(for: started)
            for _ in 1...50 { try await Self.write(to: log) }
            #expect(try await log.read { try $0.newestEntry()?.rawValue } == 51)
            gate.signal()
            let (before, after) = try await seen
            #expect(before?.rawValue == 1)
            #expect(after == before)
        }
    }

    @Test func aKeyIsKnownAfterARestart() async throws {
        try await ScratchLog.with { scratch in
            let key = try #require(RequestKey("k", of: .user(1000), request: [1]))
            try await scratch.log.write { transaction in
                try transaction.append(Self.event, by: Attribution(principal: .daemon))
                try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key)
            }
            try scratch.log.close()
            try scratch.log.reopen()
            let result = try await scratch.log.write { try $0.result(of: key) }
            #expect(result?.entries?.lowerBound.rawValue == 1)
            #expect(try await scratch.log.read { try $0.newestEntry()?.rawValue } == 1)
        }
    }

    private static func write(to log: TransferLog) async throws {
        _ = try await log.write { try $0.append(event, by: Attribution(principal: .daemon)) }
    }

    private static let event = Fact.log(.clockSteppedBack(microseconds: 1))

    private static func waits(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}
