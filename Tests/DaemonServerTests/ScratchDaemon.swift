import Circulation
import Foundation
import ImageDecoding
import Intake
import Labels
import LogEntries
import Printers
import Printing
import Scanning
import Settings
import TransferLog

@testable import DaemonServer
@testable import Safekeeping

/// The parts of a daemon over a log in a directory of its own; nothing runs.
enum ScratchDaemon {
    /// - Parameters:
    ///   - source: a directory with the files of a log, which are copied; nil for a new log.
    ///   - decoder: the path of the program that decodes images; images cannot be decoded without it.
    ///   - printServer: the socket of a print server; nil for the one of this machine.
    static func with(
        copyOf source: String? = nil,
        configuration: Configuration = .standard,
        settings: CirculationSettings = CirculationSettings(),
        clock: UTCClock = .system,
        salts: @escaping @Sendable () -> Salt = Salt.random,
        templates: [String] = [],
        decoder: String = "/nonexistent",
        metrics: MetricsRegistry? = nil,
        printServer: String? = nil,
        _ body: (DaemonParts) async throws -> Void
    ) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        if let source {
            try FileManager.default.copyItem(atPath: source, toPath: directory)
        } else {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let log = try TransferLog(path: directory + "/transfer.log.sqlite", clock: clock, salts: salts)
        let state = StateDirectory(within: directory)
        let keys = SigningKeys(directory: state)
        let outside = [CheckpointFile(path: state.checkpoint)]
        let checkpoints = CheckpointKeeper(log: log, keys: keys, files: outside)
        let connections = Connections(limits: ConnectionLimits(served: 64))
        let current = CurrentConfiguration(configuration)
        let sheets = SmallFile(path: state.sheets)
        let circulation = Circulation(log: log, settings: settings)
        let parts = DaemonParts(
            current: current,
            log: log,
            circulation: circulation,
            roles: RoleBook(.standard),
            access: AccessRecorder(log: log, book: AccessBook(), clock: clock),
            connections: connections,
            environment: Environment(
                log: log,
                socket: connections.socket,
                at: directory + "/outguide.sock",
                isOfServiceManager: false
            ),
            clockWatch: ClockWatch(log: log),
            reloads: Reloads(),
            metrics: metrics,
            checkpoints: checkpoints,
            backups: BackupKeeper(log: log, checkpoints: checkpoints, directory: state),
            restores: RestoreKeeper(
                log: log,
                checkpoints: checkpoints,
                keys: keys,
                outside: outside,
                directory: state,
                settings: settings
            ),
            events: EventHub(),
            scanners: ScannerParts(
                reader: ScannerReader(settings: []),
                book: try ScannerBook(
                    configured: [],
                    path: directory + "/scanners.yaml",
                    doubtPath: directory + "/scanner-doubts.json"
                ),
                roster: ScannerRoster()
            ),
            decoder: DecoderProcess(executable: decoder),
            intake: Intake(
                folders: configuration.dropFolders,
                options: configuration.decodingOptions,
                store: DocumentStore(path: directory + "/documents"),
                log: log,
                circulation: circulation,
                executable: InstalledFiles.decoder,
                clock: clock
            ),
            uploads: Uploads(directory: directory),
            verification: SharedVerification { try await log.verify() },
            printing: Printing(
                circulation: circulation,
                templates: LabelTemplateLibrary(directories: templates),
                sheets: try SheetUse(stored: sheets.read()) { try sheets.write($0) },
                queues: PrintQueue(server: printServer),
                clock: clock
            ) {
                current.value
            },
            clock: clock,
            startedAt: clock.now(),
            pid: 1
        )
        // As a daemon does at its start: a log with entries has a key.
        try await checkpoints.check()
        try await body(parts)
        try log.close()
    }
}
