import Foundation
import Testing

@testable import Intake

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
            let files = try folder.files()
            #expect(Set(files.filter { !$0.isDraft }.map(\.name)) == ["a.pdf", "b.pdf"])
            #expect(Set(files.filter(\.isDraft).map(\.name)) == [".hidden.pdf", "c.pdf.part", "d.TMP", "e.pdf~"])
            #expect(throws: DropFolderError.self) { try DropFolder(path: path + "/nowhere").files() }
        }
    }

    @Test func aFileThatChangedMeanwhileIsNotTakenAndNotRemoved() async throws {
        try await ScratchFolder.with { path in
            try write("first", path + "/a.pdf")
            let folder = DropFolder(path: path)
            let file = try #require(try folder.files().first)
            guard case .whole(let bytes, let owner) = try folder.read(file, upTo: 100) else {
                Issue.record("it was not read")
                return
            }
            #expect(bytes == Array("first".utf8))
            #expect(owner == getuid())
            #expect(throws: DropFolderError.tooLong(limit: 4)) { try folder.read(file, upTo: 4) }
            try write("something else", path + "/a.pdf")
            guard case .changed = try folder.read(file, upTo: 100) else {
                Issue.record("another file was read")
                return
            }
            #expect(try !folder.isUntouched(file))
            #expect(try !folder.remove(file, holding: bytes))
            #expect(try folder.files().count == 1)
            // A name that leads elsewhere by now is not followed.
            unlink(path + "/a.pdf")
            symlink("/etc/passwd", path + "/a.pdf")
            guard case .changed = try folder.read(file, upTo: 1_000_000) else {
                Issue.record("a link was followed")
                return
            }
        }
    }

    @Test func aFileIsRemovedOnlyWhileItHoldsWhatWasRead() async throws {
        try await ScratchFolder.with { path in
            try write("first", path + "/a.pdf")
            let folder = DropFolder(path: path)
            let file = try #require(try folder.files().first)
            #expect(try !folder.remove(file, holding: Array("firsT".utf8)))
            #expect(try !folder.remove(file, holding: Array("first and more".utf8)))
            #expect(try !folder.remove(file, holding: Array("fir".utf8)))
            #expect(try !folder.remove(file, holding: []))
            let writer = open(path + "/a.pdf", O_WRONLY)
            #expect(try !folder.isUntouched(file))
            #expect(try !folder.remove(file, holding: Array("first".utf8)))
            guard case .beingWritten = try folder.read(file, upTo: 100) else {
                Issue.record("it was read while somebody wrote it")
                return
            }
            // Written over with as many bytes, and its time set back, so that only the kernel's own time differs.
            // The first is UTIME_OMIT.
            var times = [timespec(tv_sec: 0, tv_nsec: 1_073_741_822), timespec()]
            times[1].tv_sec = Int(file.identity.changedAt / 1_000_000_000)
            times[1].tv_nsec = Int(file.identity.changedAt % 1_000_000_000)
            pwrite(writer, "other", 5, 0)
            futimens(writer, times)
            close(writer)
            #expect(try folder.files().first?.identity.changedAt == file.identity.changedAt)
            #expect(try !folder.isUntouched(file))
            #expect(try !folder.remove(file, holding: Array("first".utf8)))
            let now = try #require(try folder.files().first)
            #expect(try folder.remove(now, holding: Array("other".utf8)))
            #expect(try folder.files().isEmpty)
            #expect(try folder.remove(now, holding: Array("other".utf8)))
        }
    }

    @Test func whereNobodyKnowsWhoWritesAFileIsReadOnlyAfterTheLongerWait() async throws {
        try await ScratchFolder.with { path in
            try write("first", path + "/a.pdf")
            let folder = DropFolder(path: path, writers: { _ in .unknown })
            let file = try #require(try folder.files().first)
            guard case .beingWritten = try folder.read(file, upTo: 100) else {
                Issue.record("it was read at once")
                return
            }
            guard case .whole = try folder.read(file, upTo: 100, whoeverWrites: true) else {
                Issue.record("it was not read")
                return
            }
            #expect(try folder.remove(file, holding: Array("first".utf8)))
        }
    }

    @Test func quarantineKeepsFilesOfOneNameApartWithTheirReasons() async throws {
        try await ScratchFolder.with { path in
            let folder = DropFolder(path: path)
            let quarantine = Quarantine(folder: folder)
            chmod(path, 0o770)
            #expect(quarantine.part().files.isEmpty)
            for reason in ["cannot file it: first", "cannot file it: second"] {
                try write(reason, path + "/a.pdf")
                try quarantine.take(try #require(try folder.files().first), because: reason)
            }
            let files = quarantine.part().files
            #expect(files.map(\.name) == ["2-a.pdf", "a.pdf"])
            #expect(files.map(\.reason) == ["cannot file it: second", "cannot file it: first"])
            #expect(try folder.files().isEmpty)
            // Whoever may use the folder may look at them and move them back.
            var status = stat()
            #expect(stat(folder.quarantine, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o770)
            #expect(stat(folder.quarantine + "/a.pdf.reason.txt", &status) == 0)
            #expect(status.st_mode & 0o777 == 0o660)
        }
    }
}
