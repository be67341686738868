import Circulation
import ImageDecoding
import Intake
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
    let log: TransferLog
    /// The daemon's own circulation, which may see everything.
    let circulation: Circulation
    let roles: RoleBook
    let access: AccessRecorder
    let connections: Connections
    let environment: Environment
    let clockWatch: ClockWatch
    let reloads: Reloads
    /// The registry of the daemon's metrics; nil when metrics are not enabled.
    let metrics: MetricsRegistry?
    let checkpoints: CheckpointKeeper
    let backups: BackupKeeper
    let restores: RestoreKeeper
    let events: EventHub
    let scanners: ScannerParts
    let decoder: DecoderProcess
    let intake: Intake
    let uploads: Uploads
    let verification: SharedVerification
    let printing: Printing
    let clock: UTCClock
    let startedAt: Timestamp
    let pid: Int32
    /// Work queued by stations after a reading.
    let stationWork = StationWork()
    /// The scheduler for long work.
    let budget = WorkBudget<WorkKind>()
    /// The progress of long requests.
    let progress = ProgressBoard()
    /// The running requests whose responses are stored.
    let keyed = KeyedRequests()

    /// What happens at stations, as the daemon itself may see it.
    var board: StationBoard {
        StationBoard(
            circulation: circulation,
            events: events,
            roster: scanners.roster,
            work: stationWork,
            supplies: printing.supplies,
            folders: intake.folders,
            clock: clock
        )
    }

    /// The configuration in force.
    var configuration: Configuration { current.value }

    /// Makes the routes.
    var server: EndpointServer {
        EndpointServer(circulation: circulation, access: access, log: log, keyed: keyed)
    }
}
