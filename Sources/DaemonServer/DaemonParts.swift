import Circulation
import DaemonServices
import Glibc
import ImageDecoding
import Intake
import Labels
import Localization
import Printers
import Printing
import Safekeeping
import Scanning
import Settings
import TransferLog
import Vocabulary
import Wire

/// The components of a running daemon, shared by routes and services.
struct DaemonParts: Sendable {
    let current: CurrentConfiguration
    let languages: ReaderLanguages
    let log: TransferLog
    /// The daemon's own circulation, which may see everything.
    let circulation: Circulation
    let roles: RoleBook
    let access: AccessRecorder
    let connections: Connections
    let environment: Environment
    let clockWatch: ClockWatch
    let reloads = Reloads()
    /// The registry of the daemon's metrics; nil when metrics are not enabled.
    let metrics: MetricsRegistry?
    let checkpoints: CheckpointKeeper
    let backups: BackupKeeper
    let restores: RestoreKeeper
    let events = EventHub()
    let scanners: ScannerParts
    let decoder: DecoderProcess
    let intake: Intake
    let uploads: Uploads
    let verification: SharedVerification
    let printing: Printing
    let clock: UTCClock
    let startedAt: Timestamp
    let pid = getpid()
    /// Work queued by stations after a reading.
    let stationWork = StationWork()
    /// The scheduler for long work.
    let budget = WorkBudget<WorkKind>()
    /// The progress of long requests.
    let progress = ProgressBoard()
    /// The running requests whose responses are stored.
    let keyed = KeyedRequests()
    /// What happens at stations, as the daemon itself may see it.
    let board: StationBoard
    /// Makes the routes.
    let server: EndpointServer

    /// The configuration in force.
    var configuration: Configuration { current.value }

    /// Assembles the components over an opened log; none runs yet.
    ///
    /// - Parameters:
    ///   - circulation: a circulation of the log, which may see everything.
    ///   - isOfServiceManager: whether systemd opened the socket.
    ///   - decoder: the path of the program that decodes images.
    ///   - printServer: the socket of a print server; nil for the one of this machine.
    ///   - languages: the languages that have a catalogue.
    init(
        configuration: Configuration,
        opened: OpenedLog,
        circulation: Circulation,
        directory: StateDirectory,
        clock: UTCClock,
        metrics: MetricsRegistry?,
        isOfServiceManager: Bool = false,
        decoder: String = InstalledFiles.decoder,
        printServer: String? = nil,
        languages: Languages = .english
    ) throws {
        let (log, checkpoints) = (opened.log, opened.checkpoints)
        let current = CurrentConfiguration(configuration)
        self.current = current
        let readers = ReaderLanguages(languages, current: current)
        self.languages = readers
        self.log = log
        self.circulation = circulation
        self.clock = clock
        self.metrics = metrics
        self.checkpoints = checkpoints
        startedAt = clock.now()
        roles = RoleBook(configuration.roles)
        access = AccessRecorder(log: log, book: AccessBook(), clock: clock)
        server = EndpointServer(circulation: circulation, access: access, log: log, keyed: keyed)
        let limits = ConnectionLimits(served: configuration.connections, descriptors: OwnProcess.mostFiles)
        connections = Connections(limits: limits)
        environment = Environment(
            log: log,
            socket: connections.socket,
            at: configuration.socket,
            isOfServiceManager: isOfServiceManager
        )
        clockWatch = ClockWatch(log: log, clock: clock)
        backups = BackupKeeper(log: log, checkpoints: checkpoints, directory: directory)
        restores = RestoreKeeper(
            log: log,
            checkpoints: checkpoints,
            keys: opened.keys,
            outside: opened.outside,
            directory: directory,
            settings: circulation.settings
        )
        let book = try ScannerBook(
            configured: configuration.scanners,
            path: directory.scanners,
            doubtPath: directory.scannerDoubts
        )
        scanners = ScannerParts(
            reader: ScannerReader(settings: book.settings, doubts: book.doubts),
            book: book,
            roster: ScannerRoster()
        )
        self.decoder = DecoderProcess(executable: decoder, waitingEach: 16)
        intake = Intake(
            folders: configuration.dropFolders,
            options: configuration.decodingOptions,
            store: DocumentStore(path: directory.documents),
            log: log,
            circulation: circulation,
            executable: decoder,
            clock: clock
        ) {
            readers.site
        }
        uploads = Uploads(directory: directory.path)
        verification = SharedVerification { try await log.verify() }
        let sheets = SmallFile(path: directory.sheets)
        printing = Printing(
            circulation: circulation,
            templates: LabelTemplateLibrary(directories: configuration.labelDirectories),
            sheets: try SheetUse(stored: sheets.read()) { try sheets.write($0) },
            queues: PrintQueue(server: printServer),
            clock: clock,
            localizer: { readers.site },
            settings: { current.value }
        )
        board = StationBoard(
            circulation: circulation,
            events: events,
            roster: scanners.roster,
            work: stationWork,
            supplies: printing.supplies,
            folders: intake.folders,
            clock: clock
        )
    }
}
