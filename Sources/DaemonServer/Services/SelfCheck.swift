import Scanning
import TransferLog

/// Whether the daemon does its work: its log takes a change in, and the thread that reads the guns answers.
struct SelfCheck: Sendable {
    let log: TransferLog
    let reader: ScannerReader
    let environment: Environment

    /// Returns when all is well or what is wrong is known; never when something hangs.
    ///
    /// Throws when the log cannot be written and does not know why.
    func pass() async throws {
        async let answered: Void = reader.answer()
        do {
            try await log.write { _ in }
        } catch {
            // A log that is full, damaged or away says so itself, and starting anew would not mend it; one with
            // thousands of changes before this one is at work.
            guard log.trouble != nil || error as? TransferLogError == .busy else { throw error }
        }
        await answered
    }

    /// Whether a check may take longer than usual.
    var mayTakeLong: Bool { log.isBeingRebuilt || log.isUnverified }

    /// How the daemon is, for people who ask systemd.
    var status: String { environment.status }
}
