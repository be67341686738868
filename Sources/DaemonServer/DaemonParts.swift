import Circulation
import ImageDecoding
import Labels
import Records
import Scanning
import TransferLog

/// The living parts of a daemon that routes and services work with.
struct DaemonParts: Sendable {
    let current: CurrentConfiguration
    let log: TransferLog
    /// The daemon's own, which sees everything.
    let circulation: Circulation
    let roles: RoleBook
    let access: AccessRecorder
    let connections: Connections
    let environment: Environment
    let clockWatch: ClockWatch
    let reloads: Reloads
    /// Where the daemon counts; nowhere when nobody set that up.
    let metrics: MetricsRegistry?
    let checkpoints: CheckpointKeeper
    let backups: BackupKeeper
    let restores: RestoreKeeper
    let events: EventHub
    let scanners: ScannerRoster
    let scannerBook: ScannerBook
    let scannerReader: ScannerReader
    let decoder: DecoderProcess
    let documents: DocumentStore
    let uploads: Uploads
    let verification: SharedVerification
    let templates: LabelTemplateLibrary
    let renderer: LabelRenderer
    let sheets: SheetBook
    let printers: PrintQueue
    let socketPress: SocketPress
    let desk: PrintDesk
    let startedAt: Timestamp
    let pid: Int32
    /// In which languages the text of documents can be recognised.
    let textLanguages = TextLanguageBook()
    let work = OngoingWork()
    /// What waits in drop folders.
    let heldFiles = HeldFiles()
    /// What is not taken from drop folders.
    let folderStates = FolderStates()
    /// Which stored documents are missing or damaged.
    let documentAudit = DocumentAudit()
    /// What stations leave to be done after a reading.
    let stationWork = StationWork()
    /// Shares of what takes long.
    let budget = WorkBudget()
    /// Long work that requesters wait for.
    let progress = ProgressBoard()

    /// What holds now.
    var configuration: Configuration { current.value }

    /// The circulation as whoever sent a request may see it.
    func circulation(for context: PeerContext) -> Circulation { access.circulation(circulation, for: context) }
}
