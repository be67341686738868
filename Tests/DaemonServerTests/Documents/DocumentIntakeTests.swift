import Barcodes
import Circulation
import Foundation
import ImageDecoding
import Logging
import Records
import Testing

@testable import DaemonServer

@Suite("From the drop folder into the store and the log, whatever goes wrong")
struct DocumentIntakeTests {
    private func with(
        reserve: Int64 = 0,
        _ body: (DocumentIntake, Circulation, WaitingFile, DocumentIntake.Prepared) async throws -> Void
    ) async throws {
        try await ScratchDaemon.with { parts in
            try await ScratchFolder.with { path in
                let folder = DropFolder(path: path + "/drop")
                try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
                let item = try await parts.circulation.register(
                    NewRecord(type: .item),
                    by: Attribution(principal: .daemon)
                )
                let bytes = Array("the scan".utf8)
                try Data(bytes).write(to: URL(filePath: folder.path + "/a.pdf"))
                let scanned = ScannedFile(
                    hash: try #require(DocumentStore.hash(of: bytes)),
                    bytes: Int64(bytes.count),
                    mediaType: "application/pdf",
                    pages: [[item.record.barcode], []]
                )
                let intake = DocumentIntake(
                    configuration: DropFolderConfiguration(path: folder.path, device: "copier"),
                    folder: folder,
                    store: DocumentStore(path: path + "/documents", reserve: reserve),
                    decoder: DecoderProcess(executable: "/nonexistent"),
                    options: DecodingOptions(),
                    circulation: parts.circulation,
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                )
                let file = try #require(try folder.files().first)
                try await body(intake, parts.circulation, file, .document(scanned, bytes: bytes, owner: 7))
            }
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
            try intake.store.check(try #require(documents.first?.attachment.hash), bytes: 8)
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
            #expect(await intake.finish(file, prepared, hasSettled: true) == .done)
            // As it was when only the last step was missing.
            try Data("the scan".utf8).write(to: URL(filePath: intake.folder.path + "/a.pdf"))
            let again = try #require(try intake.folder.files().first)
            #expect(await intake.finish(again, prepared, hasSettled: true) == .done)
            #expect(try await circulation.documents(after: nil, limit: 10).count == 1)
            #expect(try intake.folder.files().isEmpty)
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
            #expect(waiting.map(\.identity.size) == [12])
        }
    }

    @Test func whatIsDamagedWaitsWhileItMayBeWrittenAndThenGoesToQuarantine() async throws {
        try await with { intake, _, file, _ in
            let damaged = DocumentIntake.Prepared.damaged("cannot file it: it is torn")
            #expect(await intake.finish(file, damaged, hasSettled: false) == .unreadable("cannot file it: it is torn"))
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
        return reason
    }
}
