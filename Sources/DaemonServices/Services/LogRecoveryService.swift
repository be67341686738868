package import Logging
import ServiceLifecycle
package import TransferLog

/// Resumes writing to the log when the cause of a failure is gone, such as a full disk or a missing file system.
package struct LogRecoveryService: Service {
    /// The interval between checks while the log is in trouble.
    private static let pause = Duration.seconds(5)
    /// The interval between checks otherwise; the log itself reports new trouble.
    private static let watch = Duration.seconds(60)

    let log: TransferLog
    let logger: Logger
    /// The steps that the daemon performs on a log that it has just opened.
    let whenOpened: @Sendable () async throws -> Void

    package init(log: TransferLog, logger: Logger, whenOpened: @escaping @Sendable () async throws -> Void) {
        self.log = log
        self.logger = logger
        self.whenOpened = whenOpened
    }

    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                let (signs, sign) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                log.observeTrouble { sign.yield() }
                sign.yield()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        while true {
                            try await Task.sleep(for: Self.watch)
                            sign.yield()
                        }
                    }
                    for await _ in signs {
                        // A restore that failed halfway may have put another file in place.
                        if log.isUnverified, log.trouble == nil { try? await log.verifyTables() }
                        // Without writes, missing files or another writer would go unnoticed.
                        try? await log.write { _ in }
                        try await tryUntilItPasses()
                    }
                    group.cancelAll()
                }
            }
        } catch is CancellationError {
            // Cancellation is how the daemon stops its services.
        }
    }

    private func tryUntilItPasses() async throws {
        while let trouble = log.trouble, trouble.mayPass {
            try await Task.sleep(for: Self.pause)
            await look()
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
