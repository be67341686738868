import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import TransferLog

@Suite struct WorkMeterTests {
    /// Collects what is reported.
    private final class Collector: Sendable {
        private let reports = Mutex<[WorkProgress]>([])

        var meter: WorkMeter { WorkMeter { [self] progress in reports.withLock { $0.append(progress) } } }
        var stages: [WorkProgress.Stage] {
            reports.withLock { $0.map(\.stage) }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        }
        var all: [WorkProgress] { reports.withLock { $0 } }
    }

    @Test func aVerificationReportsItsStages() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 3)
            try await history.write(1_200, to: scratch.log)
            let collector = Collector()
            let findings = try await WorkMeter.$current.withValue(collector.meter) { try await scratch.log.verify() }
            #expect(findings.problems == [])
            #expect(collector.stages == [.file, .entries, .tables])
            let entries = collector.all.filter { $0.stage == .entries }
            #expect(entries.map(\.done) == [512, 1_024])
            #expect(entries.allSatisfy { $0.total == findings.entries })
        }
    }

    @Test func aRebuildAndACopyReportTheirs() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 3)
            try await history.write(600, to: scratch.log)
            let collector = Collector()
            try await WorkMeter.$current.withValue(collector.meter) {
                try await scratch.log.rebuild()
                try await scratch.log.copy(to: scratch.path + ".copy")
            }
            #expect(collector.stages == [.replaying, .copying])
            let last = try #require(collector.all.last)
            #expect(last.done == last.total)
        }
    }

    /// A client that leaves ends the verification, and says nothing about the log.
    @Test func aVerificationThatIsCancelledLeavesTheLogAsItWas() async throws {
        try await ScratchLog.with { scratch in
            var history = RandomHistory(seed: 3)
            try await history.write(2_000, to: scratch.log)
            let verification = Mutex<Task<LogFindings, any Error>?>(nil)
            let log = scratch.log
            let meter = WorkMeter { progress in
                if progress.stage == .entries { verification.withLock { $0?.cancel() } }
            }
            let task = Task { try await WorkMeter.$current.withValue(meter) { try await log.verify() } }
            verification.withLock { $0 = task }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(log.trouble == nil)
            try await history.write(1, to: log)
            #expect(try await log.verify().problems == [])
        }
    }
}
