import Circulation
import ImageDecoding
import Intake
import Printing
import Safekeeping
import Settings
import Vocabulary
import Wire

/// All checks that the daemon runs on itself, with findings limited to `clearance`.
struct Diagnosis: Sendable {
    let checks: [any Check]

    init(_ daemon: DaemonParts, seenAs clearance: Clearance) {
        let configuration = daemon.configuration
        let directory = StateDirectory(within: configuration.stateDirectory)
        checks = [
            DatabaseCheck(log: daemon.log),
            StateDirectoryCheck(directory: directory),
            DiskRoomCheck(directory: directory.path),
            ClockCheck(log: daemon.log, site: daemon.configuration.circulation.clock, watch: daemon.clockWatch),
            CheckpointCheck(
                files: [directory.checkpoint] + configuration.checkpointCopies,
                keeper: daemon.checkpoints
            ),
            BackupCheck(stamp: directory.lastBackup, log: daemon.log),
            SocketPathCheck(path: configuration.socket, socket: daemon.connections.socket),
            RoleGroupsCheck(roles: daemon.roles),
            AccessRecordCheck(book: daemon.access.book),
            UdevRuleCheck(directories: UdevRuleCheck.standardDirectories),
            ScannerCheck(roster: daemon.scanners.roster, book: daemon.scanners.book),
            DecoderCheck(path: InstalledFiles.decoder),
            TemplateCheck(library: daemon.printing.templates, usual: configuration.labelTemplate),
            FontCheck(directories: FontCheck.standardDirectories),
            PrinterCheck(
                printers: daemon.printing.queues,
                usual: configuration.printer,
                configured: configuration.printers
            ),
            LabelDoubtCheck(circulation: daemon.circulation.seen(as: clearance)) { LabelDoubtResource($0).command },
            DropFolderCheck(folders: daemon.intake.folders),
            DocumentCheck(audit: daemon.intake.audit, clearance: clearance),
            TextLanguageCheck(languages: configuration.textLanguages, book: daemon.intake.languages),
        ]
    }

    /// The findings of all checks, in order.
    func findings() async -> [Finding] {
        var findings: [Finding] = []
        for check in checks { findings += await check.findings() }
        return findings
    }
}
