import Localization
package import Logging
import ServiceLifecycle
package import TransferLog
import Vocabulary

/// Reports an implausible clock to the journal, at start and while the daemon runs, and records in the log when the
/// clock was set.
///
/// Recording continues: entries keep their numbers, and an entry recorded while the clock was ahead does not override
/// later ones.
package struct ClockService: Service {
    let watch: ClockWatch
    let log: TransferLog
    let interval: Duration
    let logger: Logger

    package init(watch: ClockWatch, log: TransferLog, interval: Duration, logger: Logger) {
        self.watch = watch
        self.log = log
        self.interval = interval
        self.logger = logger
    }

    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                var last: String?
                while true {
                    last = await look(last)
                    try await Task.sleep(for: interval)
                }
            }
        } catch is CancellationError {
            // Cancellation is how the daemon stops its services.
        }
    }

    /// Checks the clock once, and reports a change since the `last` kind of trouble; returns the current kind.
    func look(_ last: String?) async -> String? {
        let trouble = await watch.look()
        for step in watch.news() {
            let direction = step < 0 ? "back" : "forward"
            logger.warning("the clock was set \(direction)", metadata: ["microseconds": "\(step)"])
            // The log itself detects steps of a year or more.
            if step > 0, step < 366 * 86_400_000_000 {
                await note { transaction in
                    let fact = Fact.log(.clockSteppedForward(microseconds: step))
                    _ = try transaction.append(fact, by: Attribution(principal: .daemon))
                }
            } else {
                await note { try $0.noteClock() }
            }
        }
        // The clock may have been set while the daemon was not running.
        if case .behindTheLog = trouble { await note { try $0.noteClock() } }
        let kind = trouble.map { Self.kind(of: $0) }
        if let trouble, kind != last {
            logger.error("the clock cannot be believed", metadata: ["reason": "\(trouble); \(trouble.remedy.english)"])
        } else if trouble == nil, last != nil {
            logger.notice("the clock can be believed again")
        }
        return kind
    }

    private func note(_ change: @escaping @Sendable (LogTransaction) throws -> Void) async {
        do {
            try await log.write { try change($0) }
        } catch {
            logger.error("a step of the clock cannot be noted", metadata: ["reason": "\(error)"])
        }
    }

    /// The kind of trouble; each kind is reported once until the kind changes.
    private static func kind(of trouble: ClockTrouble) -> String {
        switch trouble {
        case .behindTheLog: "behind the log"
        case .beforeTheProgram: "before the program"
        case .farAheadOfTheLog: "far ahead"
        case .longAfterTheProgram: "long after"
        case .stepped(_, let to): "stepped to \(to)"
        }
    }
}
