import Circulation
import ImageDecoding
import Labels
import Records
import Scanning
import TransferLog

/// The living parts of a daemon that routes and services work with.
struct DaemonParts: Sendable {
    let configuration: Configuration
    let log: TransferLog
    let circulation: Circulation
    let checkpoints: CheckpointKeeper
    let backups: BackupKeeper
    let restores: RestoreKeeper
    let events: EventHub
    let scanners: ScannerRoster
    let scannerBook: ScannerBook
    let scannerReader: ScannerReader
    let decoder: DecoderProcess
    let documents: DocumentStore
    let templates: LabelTemplateLibrary
    let renderer: LabelRenderer
    let sheets: SheetBook
    let printers: PrintQueue
    let socketPress: SocketPress
    let desk: PrintDesk
    let startedAt: Timestamp
    let pid: Int32
    /// What stations leave to be done after a reading.
    let stationWork = StationWork()
}
