import Circulation
import DaemonServices
import Intake
import Localization
import Logging
import Safekeeping
import ServiceLifecycle
import Settings
import TransferLog
import UnixSignals
import Vocabulary

/// The daemon, from the creation of its components to its end.
struct Daemon: Sendable {
    private let services: ServiceGroup
    private let log: TransferLog
    private let locks: [ExclusiveLock]

    /// Takes the locks, opens the log, completes work left by the last run, and assembles the services.
    ///
    /// All components are created here, in the order of their dependencies; none runs yet. `reload` reads the
    /// configuration again on SIGHUP.
    init(
        configuration: Configuration,
        logger: Logger,
        metrics: MetricsRegistry? = nil,
        languages: Languages = .english,
        reload: (@Sendable () throws -> Configuration)? = nil
    ) async throws {
        let inherited = try Self.inheritedSocket(for: configuration)
        let directory = try StateDirectory(path: configuration.stateDirectory)
        locks = [
            try ExclusiveLock(path: directory.lock),
            try ExclusiveLock(path: configuration.socket + ".lock"),
        ]
        let opened = OpenedLog(openingIn: directory, copies: configuration.checkpointCopies, logger: logger)
        log = opened.log
        await opened.check()
        let circulation = Circulation(log: log, settings: configuration.circulation)
        let tables = try await opened.verify(for: circulation, logger: logger)
        let parts = try DaemonParts(
            configuration: configuration,
            opened: opened,
            circulation: circulation,
            directory: directory,
            clock: .system,
            metrics: metrics,
            isOfServiceManager: inherited != nil,
            languages: languages
        )
        for fault in languages.faults {
            logger.warning("a message catalogue cannot be used", metadata: ["reason": "\(fault)"])
        }
        do throws(DocumentStoreError) {
            try parts.intake.store.prepare()
        } catch {
            // Scans stay in their folders until this is fixed; all other services run.
            logger.error("documents cannot be stored", metadata: ["reason": "\(error)"])
        }
        log.observe { [events = parts.events] in events.publish(.logGrew($0.last?.number)) }
        let run = DaemonRun(
            parts: parts,
            opened: opened,
            tables: tables,
            inherited: inherited,
            reload: reload,
            logger: logger
        )
        var group = ServiceGroupConfiguration(
            services: run.services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        // Including the time to close the log, the daemon ends within five seconds.
        group.maximumGracefulShutdownDuration = .seconds(4)
        services = ServiceGroup(configuration: group)
    }

    /// Runs until the process is asked to stop, then completes work in progress.
    func run() async throws {
        try await services.run()
        try log.close()
        withExtendedLifetime(locks) {}
    }

    /// The socket opened by systemd, which must be at the path that clients use.
    private static func inheritedSocket(
        for configuration: Configuration
    ) throws(ListeningSocketError) -> ListeningSocket? {
        let socket = try ListeningSocket.inherited()
        if let socket, socket.path != configuration.socket {
            throw .elsewhere(inherited: socket.path, configured: configuration.socket)
        }
        return socket
    }
}
