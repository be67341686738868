import Logging
import ServiceLifecycle
import Settings
import Testing
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices
@testable import Safekeeping

/// What the daemon derives from the list of its features.
@Suite struct FeatureTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Services stop in the reverse order: the last checkpoint covers what others record, and scanners are read to the end.
    @Test func servicesStartByTheirStage() async throws {
        try await ScratchDaemon.with { parts in
            let directory = StateDirectory(within: parts.configuration.stateDirectory)
            let run = DaemonRun(
                parts: parts,
                opened: OpenedLog(parts.log, in: directory),
                tables: TableVerificationService(of: parts.log, logger: Self.logger) {},
                inherited: nil,
                reload: { .standard },
                logger: Self.logger
            )
            let names = run.services.map { "\(type(of: $0))" }.filter { $0 != "WatchdogService" }
            #expect(
                names == [
                    "ScannerService", "CheckpointService", "LogRecoveryService", "EnvironmentService", "ClockService",
                    "AccessService", "ReloadService", "DocumentAuditService", "TextRecognitionService",
                    "StationService", "StationPrintService", "PrintService", "KeepAliveService", "SocketService",
                    "TableVerificationService",
                ]
            )
        }
    }

    @Test func checksAreMadeInTheOrderOfTheFeatures() async throws {
        try await ScratchDaemon.with { parts in
            let names = Diagnosis(parts, seenAs: .everything).checks.map { "\(type(of: $0))" }
            #expect(
                names == [
                    "DatabaseCheck", "StateDirectoryCheck", "DiskRoomCheck", "ClockCheck", "CheckpointCheck",
                    "BackupCheck", "SocketPathCheck", "RoleGroupsCheck", "AccessRecordCheck", "LanguageCheck",
                    "UdevRuleCheck",
                    "ScannerCheck", "DecoderCheck", "TemplateCheck", "FontCheck", "PrinterCheck", "LabelDoubtCheck",
                    "DropFolderCheck", "DocumentCheck", "TextLanguageCheck",
                ]
            )
        }
    }
}
