package import Logging
package import Safekeeping
import ServiceLifecycle
package import TransferLog

/// Commits to new readings and accesses and signs the log, at intervals and once more when the daemon stops.
package struct CheckpointService: Service {
    /// The most rows to which one entry commits, so that other changes do not wait long for it.
    private static let rowsOfEntry = 20_000

    let log: TransferLog
    let keeper: CheckpointKeeper
    let interval: Duration
    let logger: Logger

    package init(log: TransferLog, keeper: CheckpointKeeper, interval: Duration, logger: Logger) {
        self.log = log
        self.keeper = keeper
        self.interval = interval
        self.logger = logger
    }

    package func run() async throws {
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
        await sign(isLast: true)
    }

    /// Signs a checkpoint; a failure is logged, and does not stop the daemon.
    private func sign(isLast: Bool = false) async {
        await commitEvidence(isLast: isLast)
        do {
            _ = try await keeper.sign()
            if let trouble = keeper.trouble {
                logger.error("a copy of the checkpoint is not up to date", metadata: ["reason": "\(trouble)"])
            }
        } catch {
            logger.critical("no checkpoint was signed", metadata: ["reason": "\(error)"])
        }
    }

    /// Commits to all new rows, or to one batch of them when the daemon stops, which must not take long.
    private func commitEvidence(isLast: Bool) async {
        // Waiting for a verification would keep the daemon from stopping.
        guard log.trouble == nil, !log.isUnverified else { return }
        do {
            while try await log.write({ try $0.commitEvidence(limit: Self.rowsOfEntry) }), !isLast, !Task.isCancelled {}
        } catch {
            logger.error("the log does not commit to new readings", metadata: ["reason": "\(error)"])
        }
    }
}
