import Logging
import ServiceLifecycle
import TransferLog

/// Goes on by itself once what keeps the log from being written is over: there is room on the disk again, or the
/// file system is there again.
struct LogRecoveryService: Service {
    /// How long to wait between two looks while something is wrong.
    private static let pause = Duration.seconds(5)
    /// How long to wait while nothing is: the log tells of itself when something begins to be.
    private static let watch = Duration.seconds(60)

    let log: TransferLog
    let logger: Logger
    /// What a daemon does with a log that it has just opened.
    let whenOpened: @Sendable () async throws -> Void

    func run() async throws {
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
                        // Where nothing is written, nobody else would notice that the files are gone, or others write.
                        try? await log.write { _ in }
                        try await tryUntilItPasses()
                    }
                    group.cancelAll()
                }
            }
        } catch is CancellationError {
            // The way in which the daemon tells its services to end.
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
