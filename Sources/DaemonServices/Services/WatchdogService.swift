package import Logging
import ServiceLifecycle
import Synchronization

/// Notifies the systemd watchdog as long as the daemon passes its self-check; without notification systemd restarts
/// it.
package struct WatchdogService: Service {
    /// Passes results from the checking task to the notifying task.
    private final class Findings: Sendable {
        let hasPassed = Atomic(true)
    }

    let manager: ServiceManager
    /// The watchdog timeout of systemd.
    let interval: Duration
    let check: SelfCheck
    let logger: Logger

    package init(manager: ServiceManager, interval: Duration, check: SelfCheck, logger: Logger) {
        self.manager = manager
        self.interval = interval
        self.check = check
        self.logger = logger
    }

    private var period: Duration { interval / 4 }

    package func run() async throws {
        let findings = Findings()
        do {
            try await cancelWhenGracefulShutdown {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    // Separate tasks, so that a check that hangs cannot block the report about it.
                    group.addTask { try await look(findings) }
                    group.addTask { try await tell(findings) }
                    try await group.waitForAll()
                }
            }
        } catch is CancellationError {
            // Cancellation is how the daemon stops its services.
        }
    }

    private func look(_ findings: Findings) async throws {
        while true {
            try await Task.sleep(for: period)
            do {
                try await check.pass()
                findings.hasPassed.store(true, ordering: .relaxed)
            } catch {
                logger.critical("the log takes nothing in", metadata: ["reason": "\(error)"])
            }
        }
    }

    private func tell(_ findings: Findings) async throws {
        while true {
            if findings.hasPassed.exchange(false, ordering: .relaxed) || check.mayTakeLong {
                manager.tellAlive(check.status)
            } else {
                logger.error("the daemon has not answered itself", metadata: ["for": "\(period)"])
            }
            // Slightly longer than a check, so that there is usually a new result.
            try await Task.sleep(for: period * 5 / 4)
        }
    }
}
