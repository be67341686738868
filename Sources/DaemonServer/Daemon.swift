import CStartPages
import Circulation
import Glibc
import ImageDecoding
import Intake
import Labels
import Logging
import NIOPosix
import Printing
import Safekeeping
import Scanning
import ServiceLifecycle
import Settings
import Stations
import TransferLog
import UnixSignals
import Vocabulary
import Wire

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
        let checkpoints = opened.checkpoints
        await opened.check()
        let settings = configuration.circulation
        let circulation = Circulation(log: log, settings: settings)
        let tables = try await opened.verify(for: circulation, logger: logger)
        let roles = RoleBook(configuration.roles)
        let book = try ScannerBook(
            configured: configuration.scanners,
            path: directory.scanners,
            doubtPath: directory.scannerDoubts
        )
        let connections = Connections(
            limits: ConnectionLimits(served: configuration.connections, descriptors: OwnProcess.mostFiles)
        )
        let current = CurrentConfiguration(configuration)
        let sheets = SmallFile(path: directory.sheets)
        let parts = DaemonParts(
            current: current,
            log: log,
            circulation: circulation,
            roles: roles,
            access: AccessRecorder(log: log, book: AccessBook(), clock: .system),
            connections: connections,
            environment: Environment(
                log: log,
                socket: connections.socket,
                at: configuration.socket,
                isOfServiceManager: inherited != nil
            ),
            clockWatch: ClockWatch(log: log),
            reloads: Reloads(),
            metrics: metrics,
            checkpoints: checkpoints,
            backups: BackupKeeper(log: log, checkpoints: checkpoints, directory: directory),
            restores: RestoreKeeper(
                log: log,
                checkpoints: checkpoints,
                keys: opened.keys,
                outside: opened.outside,
                directory: directory,
                settings: settings
            ),
            events: EventHub(),
            scanners: ScannerParts(
                reader: ScannerReader(settings: book.settings, doubts: book.doubts),
                book: book,
                roster: ScannerRoster()
            ),
            decoder: DecoderProcess(executable: InstalledFiles.decoder, waitingEach: 16),
            intake: Intake(
                folders: configuration.dropFolders,
                options: configuration.decodingOptions,
                store: DocumentStore(path: directory.documents),
                log: log,
                circulation: circulation,
                executable: InstalledFiles.decoder,
                clock: .system
            ),
            uploads: Uploads(directory: directory.path),
            verification: SharedVerification { [log] in try await log.verify() },
            printing: Printing(
                circulation: circulation,
                templates: LabelTemplateLibrary(directories: configuration.labelDirectories),
                sheets: try SheetUse(stored: sheets.read()) { try sheets.write($0) },
                clock: .system
            ) {
                current.value
            },
            clock: .system,
            startedAt: UTCClock.system.now(),
            pid: getpid()
        )
        do throws(DocumentStoreError) {
            try parts.intake.store.prepare()
        } catch {
            // Scans stay in their folders until this is fixed; all other services run.
            logger.error("documents cannot be stored", metadata: ["reason": "\(error)"])
        }
        log.observe { [events = parts.events] in events.publish(.logGrew($0.last?.number)) }
        services = Self.services(
            parts,
            opened: opened,
            inherited: inherited,
            tables: tables,
            reload: reload,
            logger: logger
        )
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

    /// The services in order of dependency; they stop in the reverse order.
    private static func services(
        _ parts: DaemonParts,
        opened: OpenedLog,
        inherited: ListeningSocket?,
        tables: TableVerificationService,
        reload: (@Sendable () throws -> Configuration)?,
        logger: Logger
    ) -> ServiceGroup {
        let manager = ServiceManager()
        let configuration = parts.configuration
        let board = parts.board
        var services: [any Service] = [
            ScannerService(
                reader: parts.scanners.reader,
                book: parts.scanners.book,
                // A person at a station is treated as a clerk until a badge grants more.
                circulation: parts.circulation.seen(as: Role.clerk.clearance),
                events: parts.events,
                board: board,
                roster: parts.scanners.roster,
                logger: logger
            ),
            CheckpointService(
                log: parts.log,
                keeper: parts.checkpoints,
                interval: .seconds(configuration.checkpointInterval),
                logger: logger
            ),
            LogRecoveryService(log: parts.log, logger: logger) {
                await opened.check()
                try await opened.finishLastRun(of: parts.circulation, logger: logger)
            },
        ]
        services.append(EnvironmentService(environment: parts.environment, manager: manager, logger: logger))
        services.append(
            ClockService(watch: parts.clockWatch, log: parts.log, interval: .seconds(30), logger: logger)
        )
        services.append(
            AccessService(
                recorder: parts.access,
                roles: parts.roles,
                retention: { parts.configuration.accessRetention },
                clock: { parts.configuration.circulation.clock },
                clockWatch: parts.clockWatch,
                interval: .seconds(60),
                logger: logger
            )
        )
        if let reload {
            services.append(
                ReloadService(
                    current: parts.current,
                    circulation: parts.circulation,
                    roles: parts.roles,
                    book: parts.scanners.book,
                    reader: parts.scanners.reader,
                    renderer: parts.printing.renderer,
                    reloads: parts.reloads,
                    read: reload,
                    manager: manager,
                    logger: logger
                )
            )
        }
        services += parts.intake.services(
            recognising: { parts.configuration.textLanguages },
            longest: API.longestDocument,
            onChange: { await board.show($0) },
            logger: logger
        )
        services += [
            StationService(
                circulation: parts.circulation,
                board: board,
                work: parts.stationWork,
                clock: parts.clock,
                logger: logger
            ),
            StationPrintService(
                printing: parts.printing.stations,
                work: parts.stationWork,
                board: board,
                logger: logger
            ),
            PrintService(parts.printing, logger: logger),
            KeepAliveService(events: parts.events, interval: .seconds(15)),
            SocketService(
                path: configuration.socket,
                mode: configuration.socketMode,
                inherited: inherited,
                answer: ConnectionAnswer(
                    responder: RouteTable(parts).responder(),
                    roles: parts.roles,
                    connections: parts.connections,
                    logger: logger
                ),
                threads: .singleton,
                logger: logger
            ) {
                parts.connections.socket.served(at: configuration.socket)
                SocketAccess.admit(groups: parts.roles.groups, to: configuration.socket, logger: logger)
            } whenReady: {
                logger.notice("ready", metadata: ["socket": "\(configuration.socket)"])
                manager.tellReady()
                outguide_release_start_pages()
            },
        ]
        // It stops before the socket service, which waits for requests that wait for this one.
        services.append(tables)
        if let interval = manager.watchdogInterval {
            let check = SelfCheck(log: parts.log, reader: parts.scanners.reader, environment: parts.environment)
            services.append(WatchdogService(manager: manager, interval: interval, check: check, logger: logger))
        }
        var group = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        // Including the time to close the log, the daemon ends within five seconds.
        group.maximumGracefulShutdownDuration = .seconds(4)
        return ServiceGroup(configuration: group)
    }
}
