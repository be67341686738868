import GRDB
import Localization
import LogTables

/// Verification of the derived tables, on which every decision relies.
extension TransferLog {
    /// Verifies an ``isUnverified`` log against its entries and then accepts changes; returns immediately for a verified log.
    ///
    /// Changes wait during the verification. If it finds a mismatch, they are refused and the log is closed. Throws the
    /// error that kept the log from being read, which leaves it unverified, or a cancellation.
    public func verifyTables() async throws {
        guard isUnverified else { return }
        let (pool, queue) = (try pool, try queue)
        let meter = WorkMeter.current
        let trouble: TransferLogError?
        do {
            let scratch = try LogRebuild.scratch()
            trouble = try await withTaskCancellationHandler {
                // On the writer, so that no change comes between the verification and the first accepted change.
                try await pool.writeWithoutTransaction { [self] db in
                    // Another call may have finished the verification while this one waited for the writer.
                    guard isUnverified else { return nil }
                    guard !isFoundWrong else { return self.trouble }
                    var findings: LogFindings?
                    try db.inTransaction(.deferred) {
                        findings = try scratch.inDatabase {
                            try LogVerification.findings(in: db, scratch: $0, meter: meter)
                        }
                        return .commit
                    }
                    return findings?.trouble
                }
            } onCancel: {
                scratch.interrupt()
            }
        } catch {
            let error = TransferLogError.translating(error)
            if Task.isCancelled {
                queue.refuse(because: .closed(Message("outguided stops before its log was verified")))
                throw CancellationError()
            }
            let reason = error as? TransferLogError ?? .database("\(error)")
            note(reason)
            // An error that does not pass by itself is not retried.
            if self.trouble == nil { close(for: reason) }
            queue.refuse(because: reason)
            throw error
        }
        if let trouble {
            // The tables of a damaged log were not compared: it stays unverified.
            if case .staleTables = trouble { isUnverified = false }
            close(for: trouble)
            return queue.refuse(because: trouble)
        }
        isUnverified = false
        queue.resume(refusingWaiting: self.trouble.flatMap { $0.mayPass ? nil : $0 })
    }

    /// Whether a verification found a mismatch.
    private var isFoundWrong: Bool {
        switch trouble {
        case .damaged, .staleTables: true
        default: false
        }
    }

    /// Closes the log when another program wrote into its database since the last commit; never waits.
    ///
    /// The writer would notice before its next decision, but that may be a long time ahead.
    public func noticeOtherWriters() {
        guard trouble == nil, let queue = try? queue else { return }
        queue.look { [self] error in close(for: error) }
    }
}
