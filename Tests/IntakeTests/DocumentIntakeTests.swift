import Barcodes
import Circulation
import Foundation
import ImageDecoding
import Localization
import Logging
import Settings
import Testing
import TransferLog
import Vocabulary

@testable import Intake
@testable import Safekeeping

@Suite("From the drop folder into the store and the log, whatever goes wrong")
struct DocumentIntakeTests {
    private static let scan = "%PDF-1.4 the scan"

    private func with(
        reserve: Int64 = 0,
        _ body: (DocumentIntake, Circulation, WaitingFile, DocumentIntake.Prepared) async throws -> Void
    ) async throws {
        try await ScratchFolder.with { path in
            let log = try TransferLog(path: path + "/log.sqlite")
            let circulation = Circulation(log: log, settings: CirculationSettings())
            let folder = DropFolder(path: path + "/drop")
            try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
            let item = try await circulation.register(
                NewEntity(type: .item),
                by: Attribution(principal: .daemon)
            )
            let bytes = Array(Self.scan.utf8)
            try Data(bytes).write(to: URL(filePath: folder.path + "/a.pdf"))
            let scanned = ScannedFile(
                hash: try #require(DocumentStore.hash(of: bytes)),
                bytes: Int64(bytes.count),
                mediaType: "application/pdf",
                pages: [[item.entity.barcode], []]
            )
            let intake = DocumentIntake(
                configuration: DropFolderConfiguration(path: folder.path, device: "copier"),
                folder: folder,
                store: DocumentStore(path: path + "/documents", reserve: reserve),
                decoder: DecoderProcess(executable: "/nonexistent"),
                options: DecodingOptions(),
                circulation: circulation,
                clock: .system,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                work: OngoingWork()
            )
            let file = try #require(try folder.files().first)
            let dropped = DroppedFile(file, in: folder.folderName, content: scanned.hash)
            try await body(intake, circulation, file, .document(scanned, dropped, bytes: bytes, owner: 7))
            try log.close()
        }
    }

    @Test func aScanIsStoredNotedAndOnlyThenTakenAway() async throws {
        try await with { intake, circulation, file, prepared in
            #expect(await intake.finish(file, prepared, hasSettled: true) == .done)
            let documents = try await circulation.documents(after: nil, limit: 10)
            #expect(documents.map(\.attachment.pages) == [2])
            #expect(documents.first?.entry.principal == .user(7))
            #expect(documents.first?.entry.scanner?.text == "copier")
            #expect(try intake.folder.files().isEmpty)
            try intake.store.check(try #require(documents.first?.attachment.hash), bytes: Int64(Self.scan.utf8.count))
        }
    }

    @Test func onAFullDiskNothingIsTakenAndNothingIsLost() async throws {
        try await with(reserve: .max / 2) { intake, circulation, file, prepared in
            let reason = await intake.finish(file, prepared, hasSettled: true).reason
            #expect(reason?.contains("the disk is full, make room") == true)
            let waiting = try intake.folder.files()
            #expect(waiting == [file])
            #expect(try await circulation.documents(after: nil, limit: 10).isEmpty)
        }
    }

    @Test func aStoreThatCannotBeWrittenKeepsTheScanWaiting() async throws {
        try await with { intake, circulation, file, prepared in
            // A file where the directory should be.
            try Data().write(to: URL(filePath: intake.store.path))
            #expect(await intake.finish(file, prepared, hasSettled: true).reason != nil)
            let waiting = try intake.folder.files()
            #expect(waiting == [file])
            unlink(intake.store.path)
            #expect(await intake.finish(file, prepared, hasSettled: true) == .done)
            #expect(try await circulation.documents(after: nil, limit: 10).count == 1)
        }
    }

    @Test func aCrashBeforeTheOriginalWentDoesNotFileItTwice() async throws {
        try await with { intake, circulation, file, prepared in
            // As it is when only the removal is missing.
            guard case .document(let scanned, let dropped, _, _) = prepared else { return #expect(Bool(false)) }
            _ = try await circulation.attach(
                scanned,
                from: dropped,
                arrivedAt: UTCClock.system.now(),
                rules: intake.configuration.rules,
                by: Attribution(principal: .user(7))
            )
            // Whoever looks why it stays changes what it may, and nothing of the file.
            #expect(chmod(intake.folder.path + "/a.pdf", 0o640) == 0)
            let kept = try #require(try intake.folder.files().first)
            let again = await intake.prepare(kept, hasWaitedLonger: true)
            guard case .filed(let found, _) = again, found == dropped else {
                return #expect(Bool(false), "it is not known again: \(again)")
            }
            #expect(await intake.finish(kept, again, hasSettled: true) == .done)
            #expect(try await circulation.documents(after: nil, limit: 10).count == 1)
            #expect(try intake.folder.files().isEmpty)
            #expect(try await !circulation.isFiled(dropped))
        }
    }

    @Test func theSameBytesUnderTheSameNameAreAnotherAct() async throws {
        try await with { intake, circulation, file, prepared in
            #expect(await intake.finish(file, prepared, hasSettled: true) == .done)
            try Data(Self.scan.utf8).write(to: URL(filePath: intake.folder.path + "/a.pdf"))
            let again = try #require(try intake.folder.files().first)
            guard case .document(let scanned, let first, let bytes, let owner) = prepared else {
                return #expect(Bool(false))
            }
            let second = DroppedFile(again, in: intake.folder.folderName, content: scanned.hash)
            #expect(first != second)
            let anew = DocumentIntake.Prepared.document(scanned, second, bytes: bytes, owner: owner)
            #expect(await intake.finish(again, anew, hasSettled: true) == .done)
            #expect(try await circulation.documents(after: nil, limit: 10).count == 2)
        }
    }

    @Test(arguments: ["written over in place", "replaced", "renamed"])
    func anotherFileIsAnotherAct(how: String) async throws {
        try await with { intake, _, file, prepared in
            guard case .document(let scanned, let dropped, _, _) = prepared else { return #expect(Bool(false)) }
            let path = intake.folder.path + "/a.pdf"
            var times = [timespec(), timespec()]
            times[1].tv_sec = time_t(file.identity.changedAt / 1_000_000_000)
            times[1].tv_nsec = Int(file.identity.changedAt % 1_000_000_000)
            switch how {
            case "replaced":
                try Data(Self.scan.utf8).write(to: URL(filePath: path + ".new"))
                #expect(rename(path + ".new", path) == 0)
            case "renamed": #expect(rename(path, intake.folder.path + "/b.pdf") == 0)
            default:
                let handle = try FileHandle(forWritingTo: URL(filePath: path))
                try handle.write(contentsOf: Data(Self.scan.uppercased().utf8))
                try handle.close()
            }
            let name = how == "renamed" ? "b.pdf" : "a.pdf"
            // Tools that copy bring the time along.
            #expect(utimensat(AT_FDCWD, "\(intake.folder.path)/\(name)", times, 0) == 0)
            let found = try #require(try intake.folder.files().first)
            #expect(found.identity.changedAt == file.identity.changedAt && found.identity.size == file.identity.size)
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(intake.folder.path)/\(name)")))
            let hash = try #require(DocumentStore.hash(of: bytes))
            #expect(how == "written over in place" || hash == scanned.hash)
            #expect(DroppedFile(found, in: intake.folder.folderName, content: hash) != dropped)
        }
    }

    @Test func aScanThatWasWrittenOverMeanwhileStays() async throws {
        try await with { intake, circulation, file, prepared in
            try Data("another scan".utf8).write(to: URL(filePath: intake.folder.path + "/a.pdf"))
            #expect(await intake.finish(file, prepared, hasSettled: true) == .changed)
            #expect(try intake.folder.files().map(\.name) == ["a.pdf"])
            #expect(try await circulation.documents(after: nil, limit: 10).isEmpty)
        }
    }

    @Test func aScanThatSomebodyWritesAgainIsNotFiled() async throws {
        try await with { intake, circulation, file, prepared in
            let writer = open(intake.folder.path + "/a.pdf", O_WRONLY | O_APPEND)
            #expect(await intake.finish(file, prepared, hasSettled: true) == .changed)
            write(writer, "more", 4)
            close(writer)
            #expect(await intake.finish(file, prepared, hasSettled: true) == .changed)
            #expect(try await circulation.documents(after: nil, limit: 10).isEmpty)
            let waiting = try intake.folder.files()
            #expect(waiting.map(\.identity.size) == [Int64(Self.scan.utf8.count) + 4])
        }
    }

    @Test func whatIsDamagedWaitsWhileItMayBeWrittenAndThenGoesToQuarantine() async throws {
        try await with { intake, _, file, _ in
            let damaged = DocumentIntake.Prepared.damaged(Message("cannot file it: it is torn"))
            #expect(
                await intake.finish(file, damaged, hasSettled: false)
                    == .unreadable(Message("cannot file it: it is torn"))
            )
            let waiting = try intake.folder.files()
            #expect(waiting == [file])
            #expect(await intake.finish(file, damaged, hasSettled: true) == .done)
            #expect(Quarantine(folder: intake.folder).part().files.map(\.reason) == ["cannot file it: it is torn"])
        }
    }
}

extension DocumentIntake.Fate {
    /// Why the file waits.
    fileprivate var reason: String? {
        guard case .postponed(let reason) = self else { return nil }
        return reason.english
    }
}
