package import Scanning
package import TransferLog

/// Checks that the daemon works: the log accepts a change, and the scanner thread responds.
package struct SelfCheck: Sendable {
    let log: TransferLog
    let reader: ScannerReader
    let environment: Environment

    package init(log: TransferLog, reader: ScannerReader, environment: Environment) {
        self.log = log
        self.reader = reader
        self.environment = environment
    }

    /// Returns when the check passes or the problem is already known; does not return while something hangs.
    ///
    /// Throws when the log cannot be written for an unknown reason.
    func pass() async throws {
        async let answered: Void = reader.answer()
        do {
            try await log.write { _ in }
        } catch {
            // The log reports itself when it is full, damaged or unavailable, which a restart would not fix; one with
            // thousands of queued changes is working.
            guard log.trouble != nil || error as? TransferLogError == .busy else { throw error }
        }
        await answered
    }

    /// Whether a check may take longer than usual.
    var mayTakeLong: Bool { log.isBeingRebuilt || log.isUnverified }

    /// A status text for `systemctl status`.
    var status: String { environment.status }
}
