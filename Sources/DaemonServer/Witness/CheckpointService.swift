import Logging
import ServiceLifecycle

/// Signs the log at intervals, and once more when the daemon stops.
struct CheckpointService: Service {
    let keeper: CheckpointKeeper
    let interval: Duration
    let logger: Logger

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await Task.sleep(for: interval)
                    await sign()
                }
            }
        } catch is CancellationError {
            // Cancellation is how the daemon stops its services.
        }
        await sign()
    }

    /// Signs a checkpoint; a failure is logged, and does not stop the daemon.
    private func sign() async {
        do {
            _ = try await keeper.sign()
            if let trouble = keeper.trouble {
                logger.error("a copy of the checkpoint is not up to date", metadata: ["reason": "\(trouble)"])
            }
        } catch {
            logger.critical("no checkpoint was signed", metadata: ["reason": "\(error)"])
        }
    }
}
