import Logging
import Records
import ServiceLifecycle
import TransferLog

/// Says in the journal when the clock cannot be believed, at the start and while the daemon runs, and notes in the log when
/// it was set.
///
/// Work goes on: what was recorded keeps its number, and what a clock that stood ahead recorded does not win against what
/// happens later.
struct ClockService: Service {
    let watch: ClockWatch
    let log: TransferLog
    let interval: Duration
    let logger: Logger

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                var last: String?
                while true {
                    last = await look(last)
                    try await Task.sleep(for: interval)
                }
            }
        } catch is CancellationError {
            // The way in which the daemon tells its services to end.
        }
    }

    /// Looks once, and says what differs from the last time; answers what is said of it now.
    func look(_ last: String?) async -> String? {
        let trouble = await watch.look()
        for step in watch.news() {
            let direction = step < 0 ? "back" : "forward"
            logger.warning("the clock was set \(direction)", metadata: ["microseconds": "\(step)"])
            // The log itself sees a year or more.
            if step > 0, step < 366 * 86_400_000_000 {
                await note { transaction in
                    let fact = Fact.log(.clockSteppedForward(microseconds: step))
                    _ = try transaction.append(fact, by: Attribution(principal: .daemon))
                }
            } else {
                await note { try $0.noteClock() }
            }
        }
        // The clock may have been set while the daemon did not run.
        if case .behindTheLog = trouble { await note { try $0.noteClock() } }
        let kind = trouble.map { Self.kind(of: $0) }
        if let trouble, kind != last {
            logger.error("the clock cannot be believed", metadata: ["reason": "\(trouble); \(trouble.remedy)"])
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

    /// What is said once until something else is wrong.
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
