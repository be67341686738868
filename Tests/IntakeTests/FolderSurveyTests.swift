import Dispatch
import Foundation
import Localization
import Settings
import Testing
import TransferLog
import Vocabulary

@testable import Intake

/// What is not taken from a drop folder is reported, and what operating systems leave there is not.
@Suite struct FolderSurveyTests {
    private typealias Kind = FolderTrouble.Kind

    private func tallies(_ path: String) -> [FolderTrouble.Kind: FolderSurvey.Tally] {
        FolderSurvey(path: path, mountTable: "/nonexistent").tallies
    }

    /// Makes an empty file, whatever the bytes of its name are.
    private func make(_ name: some Sequence<UInt8>, in folder: String) {
        let path = (folder + "/").utf8.map { CChar(bitPattern: $0) } + name.map { CChar(bitPattern: $0) } + [0]
        let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
    }

    private func make(_ names: [String], in folder: String) { for name in names { make(name.utf8, in: folder) } }

    @Test func aFolderThatIsNotThereOrIsSomethingElse() async throws {
        try await ScratchFolder.with { path in
            #expect(tallies(path).isEmpty)
            #expect(tallies(path + "/gone")[.unavailable]?.reason?.english == "No such file or directory")
            make(["file"], in: path)
            #expect(tallies(path + "/file")[.unavailable]?.reason?.english == "it is not a directory")
            try FileManager.default.createSymbolicLink(atPath: path + "/link", withDestinationPath: path)
            #expect(tallies(path + "/link")[.unavailable]?.reason?.english == "it is a symbolic link")
        }
    }

    @Test func namesThatAreNotUTF8() async throws {
        try await ScratchFolder.with { path in
            make([UInt8]("caf".utf8) + [0xE9] + [UInt8](".pdf".utf8), in: path)
            make([0xFF, 0xFE], in: path)
            let tally = try #require(tallies(path)[.undecodableNames])
            #expect(tally.count == 2)
            #expect(Set(tally.names.map(\.english)) == ["caf\\xE9.pdf", "\\xFF\\xFE"])
        }
    }

    @Test func subfoldersWithTheirFilesAndWhatIsNoFile() async throws {
        try await ScratchFolder.with { path in
            try FileManager.default.createDirectory(atPath: path + "/case/deep", withIntermediateDirectories: true)
            make(["1.pdf", "Thumbs.db", "deep/2.pdf"], in: path + "/case")
            try FileManager.default.createDirectory(atPath: path + "/empty", withIntermediateDirectories: true)
            mkfifo(path + "/pipe", 0o600)
            symlink("/etc/passwd", path + "/link.pdf")
            let found = tallies(path)
            #expect(found[.subfolders]?.count == 2)
            #expect(Set(found[.subfolders]?.names.map(\.english) ?? []) == ["case (2 files)", "empty (0 files)"])
            #expect(found[.subfolders]?.reason?.english == "2 files are in there")
            #expect(found[.specialFiles]?.count == 2)
            #expect(Set(found[.specialFiles]?.names.map(\.english) ?? []) == ["pipe", "link.pdf"])
        }
    }

    @Test func whatOperatingSystemsLeaveIsIgnored() async throws {
        try await ScratchFolder.with { path in
            let files = [
                ".DS_Store", "._scan.pdf", "Thumbs.db", "desktop.ini", "~$letter.docx", ".~lock.a.odt#",
                ".nfs0000000001",
                ".smbdeleteAAA",
            ]
            make(files, in: path)
            make([UInt8]("._caf".utf8) + [0xE9], in: path)
            for name in [
                "@eaDir", "#recycle", ".Trash-1000", "lost+found", "System Volume Information", "$RECYCLE.BIN",
                ".Trashes",
                "quarantine",
            ] {
                try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: false)
                make(["inside.pdf.new"], in: path + "/" + name)
            }
            let survey = FolderSurvey(path: path, mountTable: "/nonexistent")
            #expect(survey.tallies.isEmpty, "\(survey.tallies)")
            #expect(survey.drafts.isEmpty)
        }
    }

    @Test(arguments: [".scan.pdf", "scan.part", "scan.pdf~", "scan.crdownload"])
    func unfinishedFilesThatStay(name: String) async throws {
        try await ScratchFolder.with { path in
            make([name], in: path)
            var folder = DropFolderConfiguration(path: path, device: "copier")
            folder.settle = 3_600
            #expect(await FolderState(of: folder).troubles().isEmpty)
            folder.settle = 0
            let troubles = await FolderState(of: folder).troubles()
            #expect(troubles.map(\.kind) == [.unfinished])
            #expect(troubles.first?.names.map(\.english) == [name])
            #expect(troubles.first?.severity == .warning)
        }
    }

    @Test func quarantineAlarmsOnlyWhenItIsOld() async throws {
        try await ScratchFolder.with { path in
            try FileManager.default.createDirectory(atPath: path + "/quarantine", withIntermediateDirectories: false)
            make(["a.pdf", "a.pdf.reason.txt"], in: path + "/quarantine")
            let folder = DropFolderConfiguration(path: path, device: "copier")
            let fresh = try #require(await FolderState(of: folder).troubles().first)
            #expect(fresh.kind == .quarantined && fresh.count == 1 && fresh.severity == .notice)
            let later = UTCClock { UTCClock.system.now().advanced(bySeconds: 100_000) }
            let old = try #require(await FolderState(of: folder, clock: later).troubles().first)
            #expect(old.severity == .warning)
            #expect(old.since == fresh.since || old.since < fresh.since.advanced(bySeconds: 2))
        }
    }

    @Test func aFileServerThatDoesNotRespondDelaysNobody() async throws {
        let gate = DispatchSemaphore(value: 0)
        let folder = DropFolderConfiguration(path: "/srv/scans", device: "copier")
        let state = FolderState(of: folder, longest: .zero) { path in
            gate.wait()
            return FolderSurvey(path: path, mountTable: "/nonexistent")
        }
        let begun = ContinuousClock.now
        #expect(await state.troubles().map(\.kind) == [.unresponsive])
        #expect(await state.troubles().first?.severity == .failed)
        // Far less than a file server that is gone takes; the second question is answered at once.
        #expect(ContinuousClock.now - begun < .seconds(60))
        gate.signal()
    }

    @Test func theCostIsBoundedForManyFiles() async throws {
        try await ScratchFolder.with { path in
            for number in 0..<3_000 { make([UInt8]("\(number)".utf8) + [0xE9], in: path) }
            let tally = try #require(tallies(path)[.undecodableNames])
            #expect(tally.count == 3_000)
            #expect(tally.names.count == FolderSurvey.mostNames)
        }
    }

    @Test func filesThatWaitForTooLong() throws {
        let now = try #require(Timestamp(rfc3339: "2026-11-29T10:00:00Z"))
        func folder(_ reasons: [(HeldFile.Reason, Int)], total: Int? = nil) -> HeldFiles.Folder {
            let files = reasons.enumerated().map { index, file in
                HeldFile(name: "\(index)", since: now.advanced(bySeconds: -file.1), reason: file.0)
            }
            return HeldFiles.Folder(files: files, total: total ?? files.count, lookedAt: now)
        }
        func tally(_ reasons: [(HeldFile.Reason, Int)], total: Int? = nil) -> FolderSurvey.Tally? {
            FolderBacklog(folder(reasons, total: total), settle: 1, at: now).tally
        }
        #expect(tally([(.settling, 100), (.beingRead, 100), (.beingWritten, 100)]) == nil)
        #expect(tally([(.cannot(Message("no room")), 30)]) == nil)
        #expect(tally([(.cannot(Message("no room")), 61)])?.names.map(\.english) == ["0: no room"])
        #expect(tally([(.beingWritten, 901)])?.count == 1)
        let behind = try #require(tally([(.unreadable(Message("broken")), 3_600), (.behind("0"), 5)], total: 250))
        #expect(behind.count == 250 && behind.names.count == 1)
        #expect(behind.oldest == now.advanced(bySeconds: -3_600))
        #expect(FolderBacklog.notWatched(folder([]), at: now) == nil)
        #expect(FolderBacklog.notWatched(folder([]), at: now.advanced(bySeconds: 301)) != nil)
    }

    @Test func fileSystemsThatAreNotMounted() async throws {
        try await ScratchFolder.with { path in
            let table = MountTable(
                text: """
                    # comment
                    //server/scans \(path) cifs credentials=/etc/x 0 0
                    //server/a /mnt/with\\040space cifs defaults 0 0
                    //server/b /mnt/later cifs noauto 0 0
                    /data /mnt/bound none bind 0 0
                    UUID=1 / ext4 defaults 0 1
                    """
            )
            #expect(table.places == [path, "/mnt/with space"])
            #expect(table.unmounted(above: path + "/copier") == path)
            #expect(table.unmounted(above: "/srv/other") == nil)
            #expect(MountTable(text: "proc /proc proc defaults 0 0").unmounted(above: "/proc/x") == nil)
        }
    }

    @Test(arguments: [
        ("a\u{202E}b", "a\\u{202E}b"), ("tab\tx", "tab\\u{9}x"), ("back\\slash", "back\\\\slash"),
        ("Müller 😀", "Müller 😀"),
    ])
    func namesAreShownHarmless(name: String, shown: String) { #expect(ShownName.of(name.utf8) == shown) }
}
