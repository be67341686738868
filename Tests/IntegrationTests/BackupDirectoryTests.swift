import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Nightly backups, with the documents beside them.
@Suite struct BackupDirectoryTests {
    @Test func everythingComesBackButWhatWasExpunged() async throws {
        try await DropFolderBed.with(settings: "onePrincipalExpunges: true") { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
            let jones = try await bed.outguide("item", "add", "--title", "Jones", "--quiet").answer
            for (mark, item) in [smith, jones].enumerated() {
                try folder.drop(try await folder.scan([item, ""], mark: mark), as: "\(mark).tif")
                try await folder.emptied()
            }
            let hashes = try await folder.documents().compactMap { $0["sha256"] as? String }
            try #require(hashes.count == 2)
            let directory = bed.scratch("backups")
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let made = try await bed.outguide("backup", "--rotate", directory)
            #expect(made.status == 0, "\(made.errors)")
            #expect(made.output.contains("documents: 2 files, 2 new, 0 removed"), "\(made.output)")
            let tried = try await trial(directory)
            #expect(tried.status == 0, "\(tried.errors)")
            #expect(tried.output.contains("2 files of documents, all sound"), "\(tried.output)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count { $0 == ".trial" } == 0)
            let backup = try #require(
                try FileManager.default.contentsOfDirectory(atPath: directory).first { $0.hasSuffix(".backup") }
            )

            // Smith is expunged, and a disk loses what is left; somebody copies all files back by hand.
            try await expunge(smith, in: bed)
            #expect(!FileManager.default.fileExists(atPath: stored(hashes[0], in: bed)))
            for hash in hashes {
                try? FileManager.default.removeItem(atPath: stored(hash, in: bed))
            }
            try FileManager.default.copyItem(
                atPath: directory + stored(hashes[0], in: bed).dropFirst(bed.stateDirectory.count),
                toPath: stored(hashes[0], in: bed)
            )
            let restored = try await bed.outguide("restore", directory + "/" + backup, "--reason", "disk", "--abandon")
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.errors.contains("documents: 1 file brought back"), "\(restored.errors)")
            #expect(!FileManager.default.fileExists(atPath: stored(hashes[0], in: bed)), "what was expunged stays away")
            #expect(FileManager.default.fileExists(atPath: stored(hashes[1], in: bed)))
            #expect(try await bed.outguide("document", "verify").status == 0)

            // The next night takes it out of the backups too.
            let next = try await bed.outguide("backup", "--rotate", directory)
            #expect(next.output.contains("documents: 1 file, 0 new, 1 removed"), "\(next.output)")
            #expect(try await trial(directory).status == 0)
        }
    }

    @Test func aTrialFindsWhatIsWrong() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            try folder.drop(try await folder.scan([smith, ""]), as: "scan.tif")
            try await folder.emptied()
            let directory = bed.scratch("backups")
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let nothing = try await trial(directory)
            #expect(nothing.status == 65)
            #expect(nothing.errors.contains("there is no backup in it"), "\(nothing.errors)")
            #expect(try await bed.outguide("backup", "--rotate", directory).status == 0)
            let hash = try #require(try await folder.documents().first?["sha256"] as? String)
            let copy = directory + stored(hash, in: bed).dropFirst(bed.stateDirectory.count)
            try Data("another page".utf8).write(to: URL(filePath: copy))
            #expect(try await trial(directory).status == 0, "it was only looked for")
            let damaged = try await trial(directory, "--documents")
            #expect(damaged.status == 65)
            #expect(damaged.errors.contains(hash), "\(damaged.errors)")
            try FileManager.default.removeItem(atPath: copy)
            let missing = try await trial(directory)
            #expect(missing.status == 65)
            #expect(missing.errors.contains("is not beside it"), "\(missing.errors)")

            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: directory).first { $0.hasSuffix(".backup") }
            )
            var bytes = try Data(contentsOf: URL(filePath: directory + "/" + name))
            bytes.removeLast(bytes.count / 2)
            try bytes.write(to: URL(filePath: directory + "/" + name))
            let cut = try await trial(directory + "/" + name)
            #expect(cut.status == 65)
            #expect(cut.errors.hasPrefix("outguided: cannot"), "\(cut.errors)")
        }
    }

    /// Files of documents are for administrators and known hashes, and only the right bytes are stored.
    @Test func onlyWhatTheLogKnowsIsStored() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            try folder.drop(try await folder.scan([smith, ""]), as: "scan.tif")
            try await folder.emptied()
            let client = DaemonClient(socketPath: bed.socket)
            let file = try #require(try await client.ask(API.DocumentFiles.list).items.first)
            await #expect(throws: DaemonClientError.self) { try await client.store([1, 2, 3], as: file) }
            let unknown = DocumentFileResource(sha256: String(repeating: "0", count: 64), bytes: nil)
            await #expect(throws: DaemonClientError.self) { try await client.store([1, 2, 3], as: unknown) }
            let path = "../checkpoint.key"
            await #expect(throws: DaemonClientError.self) {
                _ = try await client.part(of: API.DocumentFiles.read, at: path, from: 0, length: 10)
            }
            await client.close()
            #expect(try await bed.outguide("document", "verify").status == 0)
        }
    }

    private func trial(_ arguments: String...) async throws -> ChildRun {
        try await ChildRun.of(try BuiltProduct.path(of: "outguided"), ["verify-backup"] + arguments)
    }

    private func stored(_ hash: String, in bed: DaemonBed) -> String {
        bed.stateDirectory + "/documents/\(hash.prefix(2))/\(hash.dropFirst(2).prefix(2))/\(hash)"
    }

    private func expunge(_ barcode: String, in bed: DaemonBed) async throws {
        let client = DaemonClient(socketPath: bed.socket)
        _ = try await client.ask(
            API.Expungement.propose,
            at: barcode,
            ExpungementRequest(order: "2026-17", reason: "court order")
        )
        _ = try await client.ask(API.Expungement.approve, at: barcode)
        await client.close()
    }
}
