import Foundation
import Testing

@testable import DaemonServer

@Suite("The files of a drop folder")
struct DropFolderTests {
    private func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

    @Test func onlyFinishedRegularFilesCount() async throws {
        try await ScratchFolder.with { path in
            for name in ["b.pdf", "a.pdf", ".hidden.pdf", "c.pdf.part", "d.TMP", "e.pdf~"] {
                try write(name, path + "/" + name)
            }
            try write("outside", path + "-outside")
            defer { try? FileManager.default.removeItem(atPath: path + "-outside") }
            symlink(path + "-outside", path + "/link.pdf")
            mkfifo(path + "/pipe.pdf", 0o600)
            mkdir(path + "/quarantine", 0o700)
            let folder = DropFolder(path: path)
            let names = try folder.files().map(\.name)
            #expect(Set(names) == ["a.pdf", "b.pdf"])
            #expect(throws: DropFolderError.self) { try DropFolder(path: path + "/nowhere").files() }
        }
    }

    @Test func aFileThatChangedMeanwhileIsNotTakenAndNotRemoved() async throws {
        try await ScratchFolder.with { path in
            try write("first", path + "/a.pdf")
            let folder = DropFolder(path: path)
            let file = try #require(try folder.files().first)
            let read = try #require(try folder.read(file, upTo: 100))
            #expect(read.bytes == Array("first".utf8))
            #expect(read.owner == getuid())
            #expect(throws: DropFolderError.tooLong(limit: 4)) { try folder.read(file, upTo: 4) }
            try write("something else", path + "/a.pdf")
            #expect(try folder.read(file, upTo: 100) == nil)
            try folder.remove(file)
            #expect(try folder.files().count == 1)
            // A name that leads elsewhere by now is not followed.
            unlink(path + "/a.pdf")
            symlink("/etc/passwd", path + "/a.pdf")
            #expect(try folder.read(file, upTo: 1_000_000) == nil)
        }
    }

    @Test func quarantineKeepsFilesOfOneNameApartWithTheirReasons() async throws {
        try await ScratchFolder.with { path in
            let folder = DropFolder(path: path)
            let quarantine = Quarantine(folder: folder)
            chmod(path, 0o770)
            #expect(quarantine.part().files.isEmpty)
            #expect(quarantine.changedAt == nil)
            for reason in ["cannot file it: first", "cannot file it: second"] {
                try write(reason, path + "/a.pdf")
                try quarantine.take(try #require(try folder.files().first), because: reason)
            }
            let files = quarantine.part().files
            #expect(files.map(\.name) == ["2-a.pdf", "a.pdf"])
            #expect(files.map(\.reason) == ["cannot file it: second", "cannot file it: first"])
            #expect(try folder.files().isEmpty)
            #expect(quarantine.changedAt != nil)
            // Whoever may use the folder may look at them and move them back.
            var status = stat()
            #expect(stat(folder.quarantine, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o770)
            #expect(stat(folder.quarantine + "/a.pdf.reason.txt", &status) == 0)
            #expect(status.st_mode & 0o777 == 0o660)
        }
    }
}
