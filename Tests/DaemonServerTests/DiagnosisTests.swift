import Barcodes
import Circulation
import Foundation
import HTTPTypes
import ImageDecoding
import Intake
import Localization
import Printing
import Scanning
import Settings
import Testing
import TransferLog
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices
@testable import Labels
@testable import Printers
@testable import Safekeeping

/// Each thing that can be wrong, made wrong, and what is said of it.
@Suite struct DiagnosisTests {
    private func scratch(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await body(directory)
    }

    private func expect(
        _ check: some Check,
        _ state: String,
        _ words: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        let findings = await check.findings()
        #expect(findings.map(\.state.rawValue) == [state], "\(findings)", sourceLocation: sourceLocation)
        for finding in findings {
            #expect(
                words.isEmpty || finding.message.english.contains(words),
                "\(finding)",
                sourceLocation: sourceLocation
            )
            #expect((finding.remedy == nil) == (finding.state == .ok), sourceLocation: sourceLocation)
        }
    }

    @Test func everythingIsLookedAtAndSaysHowToMendIt() async throws {
        try await ScratchDaemon.with { parts in
            let answer = try await Asking(parts).ask(.get, "/v1/diagnosis", as: [.clerk])
            #expect(answer.status == 200)
            let diagnosis = try WireCoding.decode(DiagnosisResource.self, from: Data(answer.text.utf8))
            #expect(diagnosis.findings.count > 14)
            #expect(diagnosis.findings.allSatisfy { $0.state == "ok" || $0.remedy != nil })
            await expect(DatabaseCheck(log: parts.log), "ok")
            parts.log.degrade(Message(verbatim: "somebody cut it"))
            await expect(DatabaseCheck(log: parts.log), "failed", "somebody cut it")
        }
    }

    /// Labels in doubt of what is kept from the caller are none for them.
    @Test func labelsInDoubtAreThoseThatTheCallerMayKnowOf() async throws {
        try await SealWorld.with { world in
            let labels = [try Barcode(parsing: world.loose), try Barcode(parsing: world.second)]
            let printing = NewPrinting(labels: .of(labels), template: "box-100x50", printer: "zebra")
            let circulation = world.parts.circulation
            let number = try await circulation.begin(printing, by: Attribution(principal: .user(0)))
            try await circulation.noteDoubtful([1, 2], of: number, job: 0)
            func diagnosis(_ roles: Set<Role>) async throws -> String {
                try await world.get("/v1/diagnosis", as: roles).text
            }
            #expect(try await diagnosis(SealWorld.clerk).contains("2 of its labels may or may not"))
            #expect(try await world.seal(world.loose).status == 200)
            #expect(try await diagnosis(SealWorld.clerk).contains("1 of its labels may or may not"))
            #expect(try await diagnosis(SealWorld.supervisor).contains("2 of its labels may or may not"))
        }
    }

    @Test func theStateDirectory() async throws {
        try await scratch { directory in
            let check = StateDirectoryCheck(directory: StateDirectory(within: directory))
            await expect(check, "ok")
            chmod(directory, 0o750)
            await expect(check, "failed", "others may look into")
            chmod(directory, 0o700)
            chown(directory, 65_534, 65_534)
            await expect(check, "failed", "belongs to the user 65534")
            await expect(StateDirectoryCheck(directory: StateDirectory(within: directory + "/x")), "failed")
        }
    }

    @Test func theDisk() async throws {
        try await scratch { directory in
            await expect(DiskRoomCheck(directory: directory + "/x"), "failed")
            // A file system without a byte to spare.
            await expect(DiskRoomCheck(directory: "/proc"), "failed", "0 MiB")
            #expect(await DiskRoomCheck(directory: directory).findings().first?.state != .failed)
        }
    }

    @Test func theClock() async throws {
        try await ScratchDaemon.with { parts in
            let name = try FreeText("Shelf")
            _ = try await parts.circulation.register(
                NewEntity(type: .location, title: name),
                by: Attribution(principal: .daemon)
            )
            let past = UTCClock { Timestamp(clamping: 1_000_000) }
            await expect(ClockCheck(log: parts.log, clock: past, keepers: ["/"]), "failed", "stands behind")
            await expect(ClockCheck(log: parts.log, keepers: ["/nonexistent"]), "warning")
            await expect(ClockCheck(log: parts.log, keepers: ["/"]), "ok")
        }
    }

    @Test func checkpointsAndBackups() async throws {
        try await ScratchDaemon.with { parts in
            let directory = URL(filePath: parts.log.path).deletingLastPathComponent().path()
            let state = StateDirectory(within: String(directory.dropLast()))
            let own = CheckpointCheck(files: [state.checkpoint], keeper: parts.checkpoints)
            await expect(own, "ok")
            let copies = CheckpointCheck(files: [state.checkpoint, "/nonexistent/copy"], keeper: parts.checkpoints)
            await expect(copies, "failed", "/nonexistent/copy")

            await expect(BackupCheck(stamp: state.lastBackup, log: parts.log), "warning", "no backup was ever made")
            let name = try FreeText("Shelf")
            _ = try await parts.circulation.register(
                NewEntity(type: .location, title: name),
                by: Attribution(principal: .daemon)
            )
            await expect(BackupCheck(stamp: state.lastBackup, log: parts.log), "failed", "no backup was ever made")
            _ = try await parts.backups.make(by: Attribution(principal: .daemon))
            await expect(BackupCheck(stamp: state.lastBackup, log: parts.log), "ok", "of today")
            for (days, word) in [(3, "warning"), (30, "failed")] {
                let later = UTCClock { UTCClock.system.now().advanced(bySeconds: days * 86_400 + 60) }
                let check = BackupCheck(stamp: state.lastBackup, log: parts.log, clock: later)
                await expect(check, word, "\(days) days old")
            }
        }
    }

    @Test func theGroupsOfRoles() async throws {
        var settings = RoleSettings.standard
        settings.groups = [.clerk: ["no-such-group-here"]]
        await expect(RoleGroupsCheck(roles: RoleBook(settings)), "warning", "no-such-group-here")
        settings.groups = [.clerk: ["root"], .auditor: ["daemon"]]
        await expect(RoleGroupsCheck(roles: RoleBook(settings)), "ok")
    }

    @Test func theRuleTheDecoderTheFontsAndTheLanguages() async throws {
        try await scratch { directory in
            await expect(UdevRuleCheck(directories: [directory]), "warning", "60-outguided.rules")
            try "".write(toFile: directory + "/60-outguided.rules", atomically: true, encoding: .utf8)
            await expect(UdevRuleCheck(directories: [directory]), "failed", "is empty")
            try "x".write(toFile: directory + "/60-outguided.rules", atomically: true, encoding: .utf8)
            await expect(UdevRuleCheck(directories: [directory]), "ok")
            await expect(DecoderCheck(path: directory + "/decoder"), "failed")
            await expect(DecoderCheck(path: "/bin/true"), "ok")
            await expect(FontCheck(directories: [directory]), "failed")
            await expect(FontCheck(directories: FontCheck.standardDirectories), "ok")
            let german = try #require(TextLanguage("deu"))
            let book = TextLanguages(directory: directory)
            await expect(TextLanguageCheck(languages: [german], book: book), "failed", "deu")
            try "x".write(toFile: directory + "/deu.traineddata", atomically: true, encoding: .utf8)
            await expect(TextLanguageCheck(languages: [german], book: book), "ok")
        }
    }

    @Test func templatesPrintersAndFolders() async throws {
        try await scratch { directory in
            let library = LabelTemplateLibrary(directories: [directory])
            await expect(TemplateCheck(library: library, usual: "box"), "failed", "there is no label template box")
            try "name: [".write(toFile: directory + "/box.yaml", atomically: true, encoding: .utf8)
            await expect(TemplateCheck(library: library, usual: "box"), "failed", "box.yaml")
            let nobody = PrintQueue(server: directory + "/nobody")
            await expect(PrinterCheck(printers: nobody, usual: nil), "warning", "CUPS does not answer")
            await expect(PrinterCheck(printers: nobody, usual: "zebra"), "failed")
            let folder = DropFolderConfiguration(path: directory + "/scans", device: "copier")
            await expect(DropFolderCheck(folders: DropFolders([folder])), "failed", "cannot be used")
            try FileManager.default.createDirectory(
                atPath: directory + "/scans/quarantine",
                withIntermediateDirectories: true
            )
            await expect(DropFolderCheck(folders: DropFolders([folder])), "ok")
            try "x".write(toFile: directory + "/scans/quarantine/a.pdf", atomically: true, encoding: .utf8)
            await expect(DropFolderCheck(folders: DropFolders([folder])), "warning", "1 file is in quarantine")
        }
    }

    @Test func thePrinters() async throws {
        let nobody = PrintQueue(server: "/nonexistent/cups")
        var till = PrinterConfiguration(name: "till")
        till.address = try #require(PrinterAddress(parsing: "socket://192.0.2.1"))
        await expect(
            PrinterCheck(printers: nobody, usual: "till", configured: [till]),
            "ok",
            "no printer here needs CUPS"
        )
        var front = PrinterConfiguration(name: "front")
        front.address = try #require(PrinterAddress(parsing: "zd420/draft"))
        await expect(PrinterCheck(printers: nobody, usual: nil, configured: [till, front]), "failed", "CUPS does not")
        let known = try [true, false].map { isAccepting in
            try #require(
                LabelPrinter(ipp: [
                    "printer-name": .strings([isAccepting ? "zd420" : "old"]),
                    "printer-is-accepting-jobs": .booleans([isAccepting]), "printer-state": .integers([3]),
                ])
            )
        }
        let wanted: [PrinterCheck.Wish] = [("front", "zd420", nil), ("back", "old", nil), ("gone", "gone", nil)]
        let findings = PrinterCheck.findings(wanted, among: known)
        #expect(findings.map(\.state) == [.ok, .failed, .failed])
        #expect(findings.map(\.message).map { $0.english.contains("takes no jobs") } == [false, true, false])
        #expect(findings.last?.remedy?.english.contains("lpadmin -p gone") == true)
    }

    @Test func gunsThatAreNotReadOrSendNonsense() async throws {
        try await ScratchDaemon.with { parts in
            let handheld = ScannerIdentity(vendor: "05e0", product: "1200", serial: "S1", port: nil)
            let check = ScannerCheck(roster: parts.scanners.roster, book: parts.scanners.book)
            parts.scanners.roster.note(
                handheld,
                station: "desk",
                state: "cannot have the scanner alone: another program has it"
            )
            let held = await check.findings()
            #expect(
                held.contains { $0.state == .failed && $0.message.english.contains("another program has it") },
                "\(held)"
            )
            #expect(held.allSatisfy { $0.remedy?.english.contains("outguide scanner test 05e0:1200:S1") == true })
            parts.scanners.roster.note(handheld, station: "desk", state: "reading")
            for number in 0..<30 { parts.scanners.roster.noteReading(of: handheld, isUnderstood: number % 5 != 0) }
            #expect(await check.findings().map(\.state) == [.ok])
            for _ in 0..<8 { parts.scanners.roster.noteReading(of: handheld, isUnderstood: false) }
            await expect(check, "warning", "10 of the last 20 readings")
            parts.scanners.roster.forget(handheld)
            parts.scanners.roster.note(handheld, station: "desk", state: "reading")
            #expect(await check.findings().map(\.state) == [.ok])
        }
    }

    @Test func theSocket() async throws {
        try await scratch { directory in
            let path = directory + "/outguide.sock"
            let served = ServedSocket()
            let check = SocketPathCheck(path: path, socket: served)
            await expect(check, "failed", "is gone")
            let socket = try ListeningSocket(path: path, mode: 0o660)
            defer { close(socket.descriptor) }
            served.served(at: path)
            await expect(check, "ok")
            chmod(path, 0o666)
            await expect(check, "failed", "everybody on this machine may connect")
            unlink(path)
            try "".write(toFile: path, atomically: true, encoding: .utf8)
            await expect(check, "failed", "is not the socket that outguided serves")
        }
    }

    @Test func lostRowsAndLostReadings() async throws {
        try await ScratchDaemon.with { parts in
            await expect(AccessRecordCheck(book: parts.access.book), "ok")
            let check = ScannerCheck(roster: parts.scanners.roster, book: parts.scanners.book)
            parts.scanners.roster.noteLost(3)
            #expect(
                await check.findings().contains { $0.state == .failed && $0.message.english.contains("3 readings") }
            )
            parts.scanners.roster.noteTrouble(Message("no udev"))
            await expect(check, "failed", "no udev")
        }
    }
}
