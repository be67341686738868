import Circulation
import Foundation
import ImageDecoding
import Intake
import Labels
import Localization
import LogEntries
import Printers
import Printing
import Scanning
import Settings
import TransferLog

@testable import DaemonServer
@testable import DaemonServices
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
        languages: Languages = .english,
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
        let opened = OpenedLog(log, in: state)
        var configuration = configuration
        configuration.labelDirectories = templates
        let parts = try DaemonParts(
            configuration: configuration,
            opened: opened,
            circulation: Circulation(log: log, settings: settings),
            directory: state,
            clock: clock,
            metrics: metrics,
            decoder: decoder,
            printServer: printServer,
            languages: languages
        )
        // As a daemon does at its start: a log with entries has a key.
        try await parts.checkpoints.check()
        try await body(parts)
        try log.close()
    }
}
