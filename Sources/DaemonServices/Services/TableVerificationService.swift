import Logging
import ServiceLifecycle
import TransferLog

/// Verifies in the background a log that outguided did not close or that was modified since; changes wait meanwhile.
///
/// It begins on creation. It is cancelled when the daemon stops, and the next start begins again.
package struct TableVerificationService: Service {
    private let verification: Task<Void, any Error>

    /// - Parameter whenVerified: the steps that the daemon performs on a log that it may write to.
    init(of log: TransferLog, logger: Logger, whenVerified: @escaping @Sendable () async throws -> Void) {
        verification = Task {
            guard log.isUnverified else { return }
            let clock = ContinuousClock()
            let began = clock.now
            logger.notice("verifying all of the log, which was not closed by outguided or was touched since")
            do {
                try await log.verifyTables()
            } catch is CancellationError {
                return
            } catch {
                // It is tried again when the obstacle is gone.
                return logger.critical("the log cannot be verified", metadata: ["reason": "\(error)"])
            }
            guard log.trouble == nil else { return }
            logger.notice("the log is verified", metadata: ["after": "\(clock.now - began)"])
            try await whenVerified()
        }
    }

    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                try await withTaskCancellationHandler {
                    try await verification.value
                } onCancel: {
                    verification.cancel()
                }
                try await gracefulShutdown()
            }
        } catch is CancellationError {
            // Cancellation is how the daemon stops its services.
        }
    }

    /// Returns when the verification has ended, or after `limit`.
    func hasEnded(within limit: Duration) async {
        let (ending, ended) = AsyncStream.makeStream(of: Void.self)
        Task {
            _ = await verification.result
            ended.finish()
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in ending {} }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
    }
}
