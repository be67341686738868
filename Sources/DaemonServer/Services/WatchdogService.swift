import Logging
import ServiceLifecycle
import Synchronization

/// Tells systemd that all is well, as long as the daemon finds so itself; else systemd ends it and starts it anew.
struct WatchdogService: Service {
    /// What the looking tells the telling.
    private final class Findings: Sendable {
        let hasPassed = Atomic(true)
    }

    let manager: ServiceManager
    /// How long systemd waits.
    let interval: Duration
    let check: SelfCheck
    let logger: Logger

    private var period: Duration { interval / 4 }

    func run() async throws {
        let findings = Findings()
        do {
            try await cancelWhenGracefulShutdown {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    // One that hangs must not keep the other from saying so.
                    group.addTask { try await look(findings) }
                    group.addTask { try await tell(findings) }
                    try await group.waitForAll()
                }
            }
        } catch is CancellationError {
            // The way in which the daemon tells its services to end.
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
            // A little longer than a look, so that it usually finds one that is new.
            try await Task.sleep(for: period * 5 / 4)
        }
    }
}
