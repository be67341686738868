import DaemonClient
import FaultyFileLayer
import Foundation
import TestSupport
import Testing
import Wire

/// Files and memory fail under the whole daemon: nothing acknowledged is lost, the status says what is the matter, and the
/// daemon goes on by itself.
@Suite struct DaemonFaultTests {
    /// How many faults of each kind strike.
    ///
    /// `OUTGUIDE_DAEMON_FAULTS` asks for more than there is time for in every run, `OUTGUIDE_DAEMON_FAULT_SEED` chooses others.
    private static let sample =
        ProcessInfo.processInfo.environment["OUTGUIDE_DAEMON_FAULTS"].flatMap { Int($0) } ?? 2

    /// Chooses a read that fails while the log is held against its checkpoint.
    private static let seed: UInt64 = 10_044_848_162_062_215_135

    private static let kinds: [(operation: log_operation, name: String)] = [
        (LOG_OPEN, "open"), (LOG_READ, "read"), (LOG_WRITE, "write"), (LOG_SYNC, "sync"), (LOG_TRUNCATE, "truncate"),
        (LOG_SHARE, "share"), (LOG_ALLOCATE, "allocate"),
    ]

    @Test func nothingIsLostAndTheStatusIsRightWhicheverOperationFails() async throws {
        let seed =
            ProcessInfo.processInfo.environment["OUTGUIDE_DAEMON_FAULT_SEED"].flatMap { UInt64($0) } ?? Self.seed
        print("daemon faults of seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        try await FaultInjection.with { faults in
            try await DaemonBed.with(environment: faults.environment) { bed in
                let work = try await FaultedWork(bed, faults)
                // Without a fault, to see how many operations there are.
                faults.arm(LOG_OPEN, first: 0, count: 0)
                try await work.startAnew()
                #expect(await work.work() == [])
                let counts = Self.kinds.map { faults.counted($0.operation) }
                for (kind, count) in zip(Self.kinds, counts) {
                    for number in 1...Self.sample {
                        let first = Int64.random(in: 0..<max(count, 1), using: &generator)
                        // The last of each kind goes on until it is ended.
                        let isLasting = number == Self.sample
                        faults.arm(kind.operation, first: first, count: isLasting ? .max : 1)
                        let what = "\(kind.name) \(isLasting ? "from" : "at") \(first), seed \(seed)"
                        for complaint in try await work.complaints(
                            isLasting: isLasting,
                            mayEnd: kind.operation == LOG_ALLOCATE
                        ) {
                            Issue.record("\(what): \(complaint)")
                        }
                    }
                }
                try await work.verify()
            }
        }
    }
}
