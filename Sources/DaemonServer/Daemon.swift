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
    public init(configuration: Configuration, logger: Logger) async throws {
        let directory = try StateDirectory(path: configuration.stateDirectory)
        locks = [
            try ExclusiveLock(path: directory.lock),
            try ExclusiveLock(path: configuration.socket + ".lock"),
        ]
        log = try TransferLog(path: directory.log)
        let checkpoints = try CheckpointKeeper(
            log: log,
            keyPath: directory.key,
            files: ([directory.checkpoint] + configuration.checkpointCopies).map(CheckpointFile.init(path:))
        )
        do {
            try await checkpoints.check()
        } catch {
            // Reading goes on; a log that may be the wrong one takes nothing in.
            logger.critical("the log is closed to writing", metadata: ["reason": "\(error)"])
            log.degrade("\(error)")
        }
        let circulation = Circulation(
            log: log,
            settings: CirculationSettings(
                site: configuration.site,
                registersOnFirstScan: configuration.registersOnFirstScan,
                contextTimeout: configuration.contextTimeout,
                onePrincipalExpunges: configuration.onePrincipalExpunges
            )
        )
        if log.trouble == nil { try await Self.finishLastRun(circulation, logger: logger) }
        let parts = DaemonParts(
            configuration: configuration,
            log: log,
            circulation: circulation,
            checkpoints: checkpoints,
            events: EventHub(),
            scanners: ScannerRoster(),
            decoder: DecoderProcess(executable: InstalledFiles.decoder),
            templates: LabelTemplateLibrary(directories: configuration.labelDirectories),
            renderer: LabelRenderer(),
            printers: PrintQueue(),
            startedAt: UTCClock.system.now(),
            pid: getpid()
        )
        log.observe { [events = parts.events] _ in events.publish(.logGrew) }
        services = Self.services(parts, scanners: try configuration.scanners.map(ScannerSetting.init), logger: logger)
    }

    /// Runs until the process is told to stop, then ends what is under way.
    public func run() async throws {
        try await services.run()
        try log.close()
        withExtendedLifetime(locks) {}
    }

    private static func finishLastRun(_ circulation: Circulation, logger: Logger) async throws {
        let outcomes = try await circulation.interpretOpenReadings()
        if !outcomes.isEmpty {
            logger.notice("interpreted readings of the last run", metadata: ["count": "\(outcomes.count)"])
        }
        try await circulation.forgetIdleSessions()
    }

    /// In the order in which they need each other; they stop in the reverse order.
    private static func services(_ parts: DaemonParts, scanners: [ScannerSetting], logger: Logger) -> ServiceGroup {
        let manager = ServiceManager()
        let configuration = parts.configuration
        let services: [any Service] = [
            ScannerService(
                reader: ScannerReader(settings: scanners),
                settings: scanners,
                circulation: parts.circulation,
                events: parts.events,
                roster: parts.scanners,
                logger: logger
            ),
            CheckpointService(
                keeper: parts.checkpoints,
                interval: .seconds(configuration.checkpointInterval),
                logger: logger
            ),
            KeepAliveService(events: parts.events, interval: .seconds(15)),
            SocketService(
                path: configuration.socket,
                mode: configuration.socketMode,
                responder: RouteTable(parts).responder(),
                threads: .singleton,
                logger: logger
            ) {
                logger.notice("ready", metadata: ["socket": "\(configuration.socket)"])
                manager.tellReady()
            },
        ]
        var group = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        group.maximumGracefulShutdownDuration = .seconds(5)
        return ServiceGroup(configuration: group)
    }
}

extension ScannerSetting {
    fileprivate init(_ scanner: ScannerConfiguration) throws {
        self.init(
            match: try ScannerMatch(
                vendor: scanner.vendor,
                product: scanner.product,
                serial: scanner.serial,
                port: scanner.port
            ),
            name: scanner.name,
            station: scanner.station,
            layout: KeyboardLayout(name: scanner.layout, variant: scanner.variant)
        )
    }
}
