import Circulation
import Foundation
import ImageDecoding
import Labels
import TransferLog

@testable import DaemonServer

/// The parts of a daemon over a log in a directory of its own; nothing runs.
enum ScratchDaemon {
    static func with(_ body: (DaemonParts) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let log = try TransferLog(path: directory + "/log.sqlite")
        let parts = DaemonParts(
            configuration: .standard,
            log: log,
            circulation: Circulation(log: log, settings: CirculationSettings()),
            checkpoints: try CheckpointKeeper(
                log: log,
                keyPath: directory + "/key",
                files: [CheckpointFile(path: directory + "/checkpoint")]
            ),
            events: EventHub(),
            scanners: ScannerRoster(),
            decoder: DecoderProcess(executable: "/nonexistent"),
            templates: LabelTemplateLibrary(directories: []),
            renderer: LabelRenderer(),
            printers: PrintQueue(),
            startedAt: UTCClock.system.now(),
            pid: 1
        )
        try await body(parts)
        try log.close()
    }
}
