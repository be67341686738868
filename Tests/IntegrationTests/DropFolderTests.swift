import Foundation
import TestSupport
import Testing

/// Scans from the copier's folder to the log and back.
@Suite struct DropFolderTests {
    @Test(arguments: [(false, "image/tiff"), (true, "application/pdf")])
    func pagesBehindACoverSheetAreDocumentsOfItsItem(asPDF: Bool, mediaType: String) async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
            let jones = try await bed.outguide("container", "add", "--quiet").answer
            let scan = try await folder.scan([smith, "", "", jones, ""], asPDF: asPDF)
            try folder.drop(scan, as: "scan1")
            try await folder.emptied()
            let documents = try await folder.documents()
            #expect(documents.map { $0["barcode"] as? String } == [smith, jones])
            #expect(documents.map { $0["firstPage"] as? Int } == [1, 4])
            #expect(documents.map { $0["pages"] as? Int } == [3, 2])
            #expect(documents.allSatisfy { $0["mediaType"] as? String == mediaType })
            #expect(documents.allSatisfy { $0["principal"] as? String == "uid:\(getuid())" })
            #expect(documents.allSatisfy { $0["device"] as? String == "copier" })

            let number = try #require(documents.first?["entry"] as? Int)
            let copy = bed.scratch("copy.tif")
            #expect(try await bed.outguide("document", "get", String(number), "--output", copy).status == 0)
            #expect(try Data(contentsOf: URL(filePath: copy)) == scan)
            let shown = try await bed.outguide("item", "show", smith)
            #expect(shown.output.contains("\(number)  3 pages, \(mediaType)"))
            let history = try #require(try await bed.json("history", smith) as? [[String: Any]])
            #expect(history.first?["kind"] as? String == "document-attached")
            #expect(try await bed.outguide("document", "verify").status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
            #expect(try await bed.outguide("document", "get", "1", "--output", copy).status == 3)

            // Damage is told.
            let hash = try #require(documents.first?["sha256"] as? String)
            let stored = bed.stateDirectory + "/documents/\(hash.prefix(2))/\(hash.dropFirst(2).prefix(2))/\(hash)"
            chmod(stored, 0o600)
            try Data("nonsense".utf8).write(to: URL(filePath: stored))
            let damaged = try await bed.outguide("document", "verify", String(number))
            #expect(damaged.status == 1)
            #expect(damaged.output.contains("its file was changed"))
        }
    }

    @Test func pagesGoOnFromFileToFileUntilSomethingCannotBeFiled() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            try folder.drop(try await folder.scan([smith]), as: "1.tif")
            try await folder.emptied()
            try folder.drop(try await folder.scan(["", ""]), as: "2.tif")
            try await folder.emptied()
            #expect(try await folder.documents().map { $0["pages"] as? Int } == [1, 2])
            // An item that nobody registered: its pages must not go to the one before.
            try folder.drop(try await folder.scan(["BX000000050N"]), as: "3.tif")
            try folder.drop(try await folder.scan(["", "", ""]), as: "4.tif")
            try folder.drop(Data("not an image".utf8), as: "5.pdf")
            try await folder.emptied()
            #expect(try await folder.documents().count == 2)
            let waiting = try #require(try await bed.json("document", "quarantine") as? [[String: Any]])
            let reasons = waiting.compactMap { $0["reason"] as? String }
            #expect(waiting.count == 3, "\(reasons)")
            #expect(reasons.contains { $0.contains("before any cover sheet") })
            #expect(reasons.contains { $0.contains("neither PDF nor an image") })
        }
    }

    @Test func halfWrittenFilesAndLinksDoNoHarm() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            let scan = try await folder.scan([smith, ""])
            // Written in two goes by a writer that closes it between.
            let path = folder.path + "/slow.tif"
            try scan.prefix(scan.count / 2).write(to: URL(filePath: path))
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.seekToEnd()
            try handle.write(contentsOf: scan.suffix(from: scan.count / 2))
            try handle.close()
            try await folder.emptied()
            #expect(try await folder.documents().count == 1)
            // A link is left alone.
            let outside = bed.scratch("outside.tif")
            try scan.write(to: URL(filePath: outside))
            symlink(outside, folder.path + "/link.tif")
            try folder.drop(try await folder.scan([smith], mark: 3), as: "last.tif")
            try folder.drop(try await folder.scan([smith], mark: 9), as: "laster.tif")
            unlink(folder.path + "/link.tif")
            try await folder.emptied()
            #expect(try await folder.documents().count == 3)
            #expect(FileManager.default.fileExists(atPath: outside))
        }
    }

    @Test func aDaemonThatIsKilledInTheMiddleLosesNothing() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            let scans = try await withThrowingTaskGroup(of: Data.self) { group in
                for mark in 0..<12 { group.addTask { try await folder.scan([smith, ""], mark: mark) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(scans).count == 12)
            for (index, scan) in scans.enumerated() {
                try folder.drop(scan, as: "\(index).tif")
                // Each time at another point of its work.
                if index % 4 == 3 {
                    try await bed.kill()
                    try await bed.start()
                }
            }
            try await folder.emptied()
            let documents = try await folder.documents()
            #expect(Set(documents.compactMap { $0["sha256"] as? String }).count == 12)
            #expect(documents.count == 12)
            #expect(try await bed.outguide("document", "verify").status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func anExpungedItemTakesItsDocumentsAlong() async throws {
        try await DropFolderBed.with(settings: "onePrincipalExpunges: true") { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
            try folder.drop(try await folder.scan([smith, ""]), as: "1.tif")
            try await folder.emptied()
            let hash = try #require(try await folder.documents().first?["sha256"] as? String)
            let stored = bed.stateDirectory + "/documents/\(hash.prefix(2))/\(hash.dropFirst(2).prefix(2))/\(hash)"
            #expect(FileManager.default.fileExists(atPath: stored))
            let asked = try await bed.outguide("item", "expunge", smith, "--order", "77", "--reason", "court order")
            #expect(asked.status == 0)
            #expect(FileManager.default.fileExists(atPath: stored))
            #expect(try await bed.outguide("item", "expunge", smith, "--approve").status == 0)
            #expect(!FileManager.default.fileExists(atPath: stored))
            #expect(try await folder.documents().isEmpty)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func aThousandAtOnce() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            let cover = try await folder.scan([smith])
            try folder.drop(cover, as: "0000.tif")
            for number in 1..<1_000 {
                try folder.drop(folder.smallPage(number), as: String(format: "%04d.tif", number))
            }
            try await folder.emptied()
            let documents = try await folder.documents()
            #expect(documents.count == 1_000)
            #expect(documents.allSatisfy { $0["barcode"] as? String == smith })
            #expect(Set(documents.compactMap { $0["sha256"] as? String }).count == 1_000)
            #expect((try await bed.json("document", "quarantine") as? [Any])?.isEmpty == true)
        }
    }
}
