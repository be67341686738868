import Logging
import ServiceLifecycle
import TransferLog

/// Goes on by itself once what keeps the log from being written is over: there is room on the disk again, or the
/// file system is there again.
struct LogRecoveryService: Service {
    /// How long to wait between two looks.
    private static let pause = Duration.seconds(5)

    let log: TransferLog
    let logger: Logger
    /// What a daemon does with a log that it has just opened.
    let whenOpened: @Sendable () async throws -> Void

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await Task.sleep(for: Self.pause)
                    await look()
                }
            }
        } catch is CancellationError {
            // The way in which the daemon tells its services to end.
        }
    }

    private func look() async {
        guard let trouble = log.trouble, trouble.mayPass else { return }
        do {
            try await log.recover()
            try await whenOpened()
            logger.notice("the log can be written again", metadata: ["before": "\(trouble)"])
        } catch {
            logger.error("the log still cannot be written", metadata: ["reason": "\(error)"])
        }
    }
}
