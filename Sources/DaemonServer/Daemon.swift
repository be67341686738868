import CStartPages
import Circulation
import Glibc
import ImageDecoding
import Labels
public import Logging
import NIOPosix
import Records
import Scanning
import ServiceLifecycle
import TransferLog
import UnixSignals

/// The daemon: what it is made of, and its life.
public struct Daemon: Sendable {
    private let services: ServiceGroup
    private let log: TransferLog
    private let locks: [ExclusiveLock]

    /// Takes the locks, opens the log, finishes what the last run left, and puts the services together.
    ///
    /// Everything is made here, in the order in which one part needs another; nothing runs yet.
    ///
    /// `reload` reads the configuration anew, as SIGHUP asks for.
    public init(
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
        let outside = ([directory.checkpoint] + configuration.checkpointCopies).map(CheckpointFile.init(path:))
        let keys = SigningKeys(directory: directory)
        log = Self.openedLog(in: directory, outside: outside, keys: keys, logger: logger)
        let checkpoints = CheckpointKeeper(log: log, keys: keys, files: outside)
        log.observeTrouble { [weak log] in
            guard let trouble = log?.trouble, !trouble.mayPass else { return }
            logger.critical("the log is closed to writing", metadata: ["reason": "\(trouble)"])
        }
        await Self.check(log, against: checkpoints)
        let settings = CirculationSettings(configuration)
        let circulation = Circulation(log: log, settings: settings)
        let tables = TableVerificationService(of: log, logger: logger) { [log] in
            try await checkpoints.nameKey()
            if log.trouble == nil { try await Self.finishLastRun(circulation, logger: logger) }
        }
        if log.isUnverified {
            // Nobody notices when it takes no longer than a start may; a large log is asked meanwhile.
            await tables.hasEnded(within: Self.longestStart)
        } else if log.trouble == nil {
            try await Self.finishLastRun(circulation, logger: logger)
        }
        let roles = RoleBook(configuration.roles)
        let book = try ScannerBook(
            configured: configuration.scanners,
            path: directory.scanners,
            doubtPath: directory.scannerDoubts
        )
        let connections = Connections(
            limits: ConnectionLimits(served: configuration.connections, descriptors: OwnProcess.mostFiles)
        )
        let parts = DaemonParts(
            current: CurrentConfiguration(configuration),
            log: log,
            circulation: circulation,
            roles: roles,
            access: AccessRecorder(log: log, book: AccessBook()),
            connections: connections,
            environment: Environment(
                log: log,
                connections: connections,
                socket: configuration.socket,
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
                keys: keys,
                outside: outside,
                directory: directory,
                settings: settings
            ),
            events: EventHub(),
            scanners: ScannerRoster(),
            scannerBook: book,
            scannerReader: ScannerReader(settings: book.settings, doubts: book.doubts),
            decoder: DecoderProcess(executable: InstalledFiles.decoder, waitingEach: 16),
            documents: DocumentStore(path: directory.documents),
            uploads: Uploads(directory: directory.path),
            verification: SharedVerification { [log] in try await log.verify() },
            templates: LabelTemplateLibrary(directories: configuration.labelDirectories),
            renderer: LabelRenderer(),
            sheets: try SheetBook(path: directory.sheets),
            printers: PrintQueue(),
            socketPress: SocketPress(),
            desk: PrintDesk(),
            startedAt: UTCClock.system.now(),
            pid: getpid()
        )
        do throws(DocumentStoreError) {
            try parts.documents.prepare()
        } catch {
            // Scans wait in their folders until this is put right; everything else goes on.
            logger.error("documents cannot be stored", metadata: ["reason": "\(error)"])
        }
        log.observe { [events = parts.events] in events.publish(.logGrew($0.last?.number)) }
        services = Self.services(parts, inherited: inherited, tables: tables, reload: reload, logger: logger)
    }

    /// Runs until the process is told to stop, then ends what is under way.
    public func run() async throws {
        try await services.run()
        try log.close()
        withExtendedLifetime(locks) {}
    }

    /// The socket that systemd opened, which is the one that clients look for.
    private static func inheritedSocket(
        for configuration: Configuration
    ) throws(ListeningSocketError) -> ListeningSocket? {
        let socket = try ListeningSocket.inherited()
        if let socket, socket.path != configuration.socket {
            throw .elsewhere(inherited: socket.path, configured: configuration.socket)
        }
        return socket
    }

    /// The log, or what can be read of it: a daemon that says what is wrong serves better than none.
    private static func openedLog(
        in directory: StateDirectory,
        outside: [CheckpointFile],
        keys: SigningKeys,
        logger: Logger
    ) -> TransferLog {
        let closingKey = { @Sendable in keys.closingKey }
        let restore = PendingRestore(in: directory)
        if restore.isDecided {
            do {
                let kept = try restore.carryOut(checkpoints: outside)
                logger.notice("finished a restore", metadata: ["before": "\(kept)"])
            } catch {
                // It is tried again at the next start; what the log then lacks is seen when its checkpoints are checked.
                logger.critical("a restore is not finished", metadata: ["reason": "\(error)"])
                guard access(directory.log, F_OK) == 0 else {
                    // A new log must not begin where the restored one belongs.
                    let what = "the log is not in its place, a restore is not finished: \(error); start outguided again"
                    return TransferLog(reading: directory.log, despite: .damaged(what), closingKey: closingKey)
                }
            }
        }
        do throws(BackupError) {
            // What the last run was in the middle of copying.
            try restore.discardDraft()
            try Directory(path: directory.backups).remove()
        } catch {
            logger.warning("leftovers of a copy stay where they are", metadata: ["reason": "\(error)"])
        }
        do throws(TransferLogError) {
            return try TransferLog(path: directory.log, closingKey: closingKey)
        } catch {
            logger.critical("the log cannot be opened", metadata: ["reason": "\(error)"])
            return TransferLog(reading: directory.log, despite: error, closingKey: closingKey)
        }
    }

    /// A log that may be the wrong one takes nothing in; reading goes on.
    private static func check(_ log: TransferLog, against checkpoints: CheckpointKeeper) async {
        do {
            await log.checkNewest(newestEntries)
            try await checkpoints.check()
            // A log that is verified first takes nothing in until then.
            if !log.isUnverified { try await checkpoints.nameKey() }
        } catch {
            guard log.trouble == nil else { return }
            switch error {
            // What could not be read now is tried again.
            case let error as TransferLogError where error.mayPass: log.close(for: error)
            case CheckpointKeeperError.unreadable(let path, let reason):
                log.close(for: .inputOutput("\(path): \(reason)"))
            default: log.degrade("\(error)")
            }
        }
    }

    /// How long a start waits for the verification of a log before it serves whoever may be answered meanwhile.
    private static let longestStart = Duration.seconds(5)

    /// Entries that are held against their hashes at a start.
    private static let newestEntries = 1_000

    private static func finishLastRun(_ circulation: Circulation, logger: Logger) async throws {
        let outcomes = try await circulation.seen(as: Role.clerk.clearance).interpretOpenReadings()
        if !outcomes.isEmpty {
            logger.notice("interpreted readings of the last run", metadata: ["count": "\(outcomes.count)"])
        }
        try await circulation.forgetIdleSessions()
    }

    /// In the order in which they need each other; they stop in the reverse order.
    private static func services(
        _ parts: DaemonParts,
        inherited: ListeningSocket?,
        tables: TableVerificationService,
        reload: (@Sendable () throws -> Configuration)?,
        logger: Logger
    ) -> ServiceGroup {
        let manager = ServiceManager()
        let configuration = parts.configuration
        var services: [any Service] = [
            ScannerService(
                reader: parts.scannerReader,
                book: parts.scannerBook,
                // Who stands at a station is somebody who works here, until a badge says more.
                circulation: parts.circulation.seen(as: Role.clerk.clearance),
                events: parts.events,
                board: StationBoard(parts),
                roster: parts.scanners,
                logger: logger
            ),
            CheckpointService(
                log: parts.log,
                keeper: parts.checkpoints,
                interval: .seconds(configuration.checkpointInterval),
                logger: logger
            ),
            LogRecoveryService(log: parts.log, logger: logger) {
                await Self.check(parts.log, against: parts.checkpoints)
                if parts.log.trouble == nil { try await Self.finishLastRun(parts.circulation, logger: logger) }
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
            services.append(ReloadService(parts: parts, read: reload, manager: manager, logger: logger))
        }
        services += DropFolderService.services(parts, logger: logger)
        services.append(DocumentAuditService(parts, logger: logger))
        if !configuration.dropFolders.isEmpty { services.append(FolderSurveyService(parts, logger: logger)) }
        services += [
            SearchService(parts, logger: logger),
            StationService(parts, logger: logger),
            StationPress(parts, logger: logger),
            PrintService(daemon: parts, logger: logger),
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
                parts.connections.served(at: configuration.socket)
                SocketAccess.admit(groups: parts.roles.groups, to: configuration.socket, logger: logger)
            } whenReady: {
                logger.notice("ready", metadata: ["socket": "\(configuration.socket)"])
                manager.tellReady()
                outguide_release_start_pages()
            },
        ]
        // It stops before the socket, which waits for requests that wait for it.
        services.append(tables)
        if let interval = manager.watchdogInterval {
            let check = SelfCheck(log: parts.log, reader: parts.scannerReader, environment: parts.environment)
            services.append(WatchdogService(manager: manager, interval: interval, check: check, logger: logger))
        }
        var group = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        // With what closing the log takes, it ends within five seconds.
        group.maximumGracefulShutdownDuration = .seconds(4)
        return ServiceGroup(configuration: group)
    }
}
