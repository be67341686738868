import GRDB

/// What is decided is decided by tables that follow from the entries: how the log makes sure that they do.
extension TransferLog {
    /// Holds a log that ``isUnverified`` against its entries, and takes changes in from then on; returns at once for another.
    ///
    /// Changes wait meanwhile. When something does not fit they are refused, and the log is closed. Throws what kept the log
    /// from being read, which leaves it unverified, or that the task was cancelled.
    public func verifyTables() async throws {
        guard isUnverified else { return }
        let (pool, queue) = (try pool, try queue)
        let meter = WorkMeter.current
        let trouble: TransferLogError?
        do {
            let scratch = try LogRebuild.scratch()
            trouble = try await withTaskCancellationHandler {
                // On the writer, so that nothing in this process changes what was looked at before changes are taken in.
                try await pool.writeWithoutTransaction { [self] db in
                    // Whoever asked before may have found out while this waited for the writer.
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
                queue.refuse(because: .closed("outguided stops before its log was verified"))
                throw CancellationError()
            }
            let reason = error as? TransferLogError ?? .database("\(error)")
            note(reason)
            // Nothing looks again by itself at what does not pass.
            if self.trouble == nil { close(for: reason) }
            queue.refuse(because: reason)
            throw error
        }
        if let trouble {
            // Of a log that is damaged the tables were not compared: it stays unverified.
            if case .staleTables = trouble { isUnverified = false }
            close(for: trouble)
            return queue.refuse(because: trouble)
        }
        isUnverified = false
        queue.resume(refusingWaiting: self.trouble.flatMap { $0.mayPass ? nil : $0 })
    }

    /// Whether something in the log was found not to fit.
    private var isFoundWrong: Bool {
        switch trouble {
        case .damaged, .staleTables: true
        default: false
        }
    }

    /// Closes the log when another program wrote into its database since the last commit; never waits.
    ///
    /// The writer would notice before it decides anything, but may have nothing to decide for long.
    public func noticeOtherWriters() {
        guard trouble == nil, let queue = try? queue else { return }
        queue.look { [self] error in close(for: error) }
    }
}
