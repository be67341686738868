import Synchronization
package import TransferLog

/// Verifies the log for all callers, one run at a time.
///
/// A verification reads the whole log and occupies one of few readers until it ends. Callers who arrive during a run
/// share the next one, because the current run may already have passed entries recorded since.
package actor SharedVerification {
    /// The callers that wait for a verification and receive its progress.
    private final class Audience: Sendable {
        private let meters = Mutex<[WorkMeter]>([])

        func add(_ meter: WorkMeter?) { if let meter { meters.withLock { $0.append(meter) } } }

        func report(_ progress: WorkProgress) {
            for meter in meters.withLock({ $0 }) { meter.report(progress) }
        }
    }

    private struct Run {
        let number: Int
        let audience: Audience
        let task: Task<LogFindings, any Error>
        var waiters = 1
    }

    private let verify: @Sendable () async throws -> LogFindings
    private var count = 0
    /// The current run and the next one.
    private var runs: [Run] = []

    package init(_ verify: @escaping @Sendable () async throws -> LogFindings) { self.verify = verify }

    /// The findings of a verification that begins after this call; it is cancelled when its last caller leaves.
    ///
    /// - Throws: an error of the log if it cannot be read; `CancellationError` if the caller is cancelled.
    package func findings() async throws -> LogFindings {
        let run = join(WorkMeter.current)
        return try await withTaskCancellationHandler {
            try await run.task.value
        } onCancel: {
            Task { await leave(run.number) }
        }
    }

    private func join(_ meter: WorkMeter?) -> Run {
        if runs.count == 2 {
            runs[1].waiters += 1
            runs[1].audience.add(meter)
            return runs[1]
        }
        count += 1
        let audience = Audience()
        audience.add(meter)
        let before = runs.last?.task
        let task = Task { [verify] in
            _ = await before?.result
            try Task.checkCancellation()
            return try await WorkMeter.$current.withValue(WorkMeter(audience.report), operation: verify)
        }
        let run = Run(number: count, audience: audience, task: task)
        runs.append(run)
        Task {
            _ = await task.result
            runs.removeAll { $0.number == run.number }
        }
        return run
    }

    private func leave(_ number: Int) {
        guard let index = runs.firstIndex(where: { $0.number == number }) else { return }
        runs[index].waiters -= 1
        guard runs[index].waiters == 0 else { return }
        runs[index].task.cancel()
        // A cancelled run that has not begun takes no further callers; one that is running stays listed until it
        // ends.
        if index == 1 { runs.remove(at: 1) }
    }
}
