import Logging
import ServiceLifecycle

/// Signs the log now and then, and once more when the daemon stops.
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
            // The way in which the daemon tells its services to end.
        }
        await sign()
    }

    /// A checkpoint that cannot be signed is said aloud, and does not stop the clerks.
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
