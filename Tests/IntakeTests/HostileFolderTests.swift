import Foundation
import Testing

@testable import Intake

/// A folder into which somebody writes who wants the daemon to touch something else.
@Suite struct HostileFolderTests {
    private func write(_ text: String, _ path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

    /// A folder with one file in it, and another directory that is none of the folder's business.
    private func with(_ body: (_ folder: String, _ outside: String) throws -> Void) async throws {
        try await ScratchFolder.with { path in
            for name in ["/folder", "/outside"] { mkdir(path + name, 0o700) }
            try write("scan", path + "/folder/a.pdf")
            try body(path + "/folder", path + "/outside")
        }
    }

    @Test func aQuarantineThatLeadsElsewhereIsNotUsed() async throws {
        try await with { path, outside in
            symlink(outside, path + "/quarantine")
            try write("secret", outside + "/b.pdf")
            try write("of somebody else", outside + "/b.pdf.reason.txt")
            let folder = DropFolder(path: path)
            let quarantine = Quarantine(folder: folder)
            let file = try #require(try folder.files().first)
            #expect(throws: DropFolderError.self) { try quarantine.take(file, because: "reason") }
            #expect(quarantine.part().files.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: outside).count == 2)
            #expect(try folder.files() == [file])
        }
    }

    @Test func aReasonIsNotWrittenThroughALink() async throws {
        try await with { path, outside in
            try write("precious", outside + "/key")
            mkdir(path + "/quarantine", 0o700)
            for name in ["a.pdf.reason.txt", "a.pdf.reason.txt.new"] {
                symlink(outside + "/key", path + "/quarantine/" + name)
            }
            let folder = DropFolder(path: path)
            let quarantine = Quarantine(folder: folder)
            try quarantine.take(try #require(try folder.files().first), because: "cannot file it")
            #expect(try String(contentsOfFile: outside + "/key", encoding: .utf8) == "precious")
            #expect(quarantine.part().files.map(\.reason) == ["cannot file it"])
        }
    }

    @Test func nothingIsWaitedForAndNothingPointedToIsRead() async throws {
        try await with { path, outside in
            try write("secret", outside + "/key")
            let quarantine = path + "/quarantine"
            mkdir(quarantine, 0o700)
            for name in ["a", "b", "c"] { try write("x", "\(quarantine)/\(name)") }
            mkfifo(quarantine + "/a.reason.txt", 0o600)
            symlink(outside + "/key", quarantine + "/b.reason.txt")
            try write(String(repeating: "long ", count: 100_000), quarantine + "/c.reason.txt")
            symlink(outside + "/key", quarantine + "/d")
            mkfifo(quarantine + "/e", 0o600)
            let files = Quarantine(folder: DropFolder(path: path)).part().files
            #expect(files.map(\.name) == ["a", "b", "c"])
            #expect(files.prefix(2).map(\.reason) == ["no reason was recorded", "no reason was recorded"])
            #expect(files.last?.reason.utf8.count == 4_096)
        }
    }

    @Test(arguments: [
        String(repeating: "a", count: 255), String(repeating: "ä", count: 127), "line\nbreak.pdf", "\u{202E}fdp.exe",
        "-rf", "$(reboot).pdf", "a\\..\\b", "'\"`;&|", "…", "\u{1B}[2J.pdf", "%s%n.pdf", "=cmd|' ' !A0.pdf",
    ])
    func anyNameIsTakenToQuarantine(name: String) async throws {
        try await with { path, _ in
            unlink(path + "/a.pdf")
            let folder = DropFolder(path: path)
            let quarantine = Quarantine(folder: folder)
            // Twice, so that a number must stand before it.
            for reason in ["first", "second"] {
                try write(reason, path + "/" + name)
                try quarantine.take(try #require(try folder.files().first), because: reason)
            }
            let files = quarantine.part().files
            #expect(Set(files.map(\.reason)) == ["first", "second"])
            #expect(files.allSatisfy { $0.name.utf8.count <= 255 })
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["quarantine"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/quarantine").count == 4)
        }
    }
}
