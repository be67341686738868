package import Logging
import ServiceLifecycle

/// Checks every second that the machine provides what the daemon needs, and reports changes to the journal and to
/// systemd.
package struct EnvironmentService: Service {
    let environment: Environment
    let manager: ServiceManager
    let logger: Logger
    let interval: Duration

    package init(
        environment: Environment,
        manager: ServiceManager,
        logger: Logger,
        interval: Duration = .seconds(1)
    ) {
        self.environment = environment
        self.manager = manager
        self.logger = logger
        self.interval = interval
    }

    package func run() async throws {
        var last: EnvironmentTrouble?
        var told = environment.status
        while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }) != nil {
            let trouble = environment.look()
            if trouble != last {
                if let trouble {
                    logger.critical("the machine keeps outguided from working", metadata: ["reason": "\(trouble)"])
                } else {
                    logger.notice("the machine lets outguided work again")
                }
                last = trouble
            }
            let status = environment.status
            if status != told { manager.tellStatus(status) }
            told = status
        }
    }
}
