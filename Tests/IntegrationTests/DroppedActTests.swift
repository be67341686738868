import Foundation
import TestSupport
import Testing

/// Whatever somebody puts into a drop folder is filed, and only where it certainly belongs.
@Suite struct DroppedActTests {
    /// The things that the documents belong to, in the order of the log.
    private func subjects(_ folder: DropFolderBed) async throws -> [String] {
        try await folder.documents().compactMap { $0["barcode"] as? String }
    }

    private func reasons(_ folder: DropFolderBed) async throws -> [String] {
        let files = try await folder.bed.json("document", "quarantine") as? [[String: Any]]
        return (files ?? []).compactMap { $0["reason"] as? String }
    }

    /// Puts the files in one after the other, each when the one before is gone.
    private func drop(_ files: [Data], into folder: DropFolderBed) async throws {
        for (index, file) in files.enumerated() {
            try folder.drop(file, as: "\(index)-\(UUID().uuidString.prefix(4)).tif")
            try await folder.emptied()
        }
    }

    @Test func theSameOrderBehindTwoCoverSheetsIsFiledWithBothAndStoredOnce() async throws {
        try await DropFolderBed.with { folder in
            let alpha = try await folder.bed.outguide("item", "add", "--quiet").answer
            let bravo = try await folder.bed.outguide("item", "add", "--quiet").answer
            let order = try await folder.scan(["", ""], asPDF: true)
            try await drop([folder.scan([alpha]), order, folder.scan([bravo]), order], into: folder)
            #expect(try await subjects(folder) == [alpha, alpha, bravo, bravo])
            let hashes = try await folder.documents().compactMap { $0["sha256"] as? String }
            #expect(hashes.count == 4 && hashes[1] == hashes[3])
            let stored = try await ChildRun.of(
                "/usr/bin/find",
                [folder.bed.stateDirectory + "/documents", "-type", "f"]
            )
            #expect(stored.output.split(separator: "\n").count == 3)
            #expect(try await folder.bed.outguide("document", "verify").status == 0)
            #expect(try await folder.bed.outguide("log", "verify").status == 0)
        }
    }

    @Test func aCoverSheetFileThatIsUsedAgainOpensItsCaseAgain() async throws {
        try await DropFolderBed.with { folder in
            let alpha = try await folder.bed.outguide("item", "add", "--quiet").answer
            let bravo = try await folder.bed.outguide("item", "add", "--quiet").answer
            let (first, second) = (try await folder.scan([alpha]), try await folder.scan([bravo]))
            try await drop([first, folder.smallPage(1), second, folder.smallPage(2), first], into: folder)
            try await drop([folder.smallPage(3)], into: folder)
            #expect(try await subjects(folder) == [alpha, alpha, bravo, bravo, alpha, alpha])
        }
    }

    @Test func aDocumentDroppedTwiceIsFiledTwiceEvenUnderTheSameNameAndTime() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let scan = try await folder.scan([smith, ""])
            let original = folder.bed.scratch("standing.tif")
            try scan.write(to: URL(filePath: original))
            // Nothing but the moment of the second copy tells it from the first: even its inode may be the same.
            for _ in 0..<2 {
                let copy = try await ChildRun.of("/bin/cp", ["-p", original, folder.path + "/standing.tif"])
                #expect(copy.status == 0)
                try await folder.emptied()
            }
            #expect(try await subjects(folder) == [smith, smith])
            #expect(try await reasons(folder).isEmpty)
        }
    }

    @Test func theBlankBackOfACoverSheetIsNoPageBehindIt() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let jones = try await folder.bed.outguide("item", "add", "--quiet").answer
            try await drop([folder.scan([smith, DropFolderBed.blank]), folder.smallPage(1)], into: folder)
            #expect(try await subjects(folder) == [smith, smith])
            // Both sides of the sheet are kept.
            #expect(try await folder.documents().compactMap { $0["pages"] as? Int } == [2, 1])
            // A blank page further behind is one of the document.
            try await drop([folder.scan([jones, "", DropFolderBed.blank]), folder.smallPage(2)], into: folder)
            #expect(try await subjects(folder) == [smith, smith, jones])
            #expect(try await reasons(folder).count == 1)
        }
    }

    @Test func aPageAfterADocumentWaitsForAPerson() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            try await drop([folder.scan([smith, ""]), folder.smallPage(1)], into: folder)
            #expect(try await subjects(folder) == [smith])
            #expect(try await reasons(folder).count == 1)
            #expect(try await reasons(folder).first?.contains("before any cover sheet") == true)
        }
    }

    @Test func anotherFoldersCoverSheetOpensNothingHere() async throws {
        let other = FileManager.default.temporaryDirectory.path() + "/outguide-drop-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: other) }
        // Two folders of one copier: what is scanned into one has nothing to do with the other.
        let second = "  - path: \(other)\n    device: copier\n    settle: 1"
        try await DropFolderBed.with(settings: second) { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            try await drop([folder.scan([smith])], into: folder)
            let elsewhere = DropFolderBed(bed: folder.bed, path: other)
            try await drop([elsewhere.smallPage(1)], into: elsewhere)
            try await drop([folder.smallPage(2)], into: folder)
            #expect(try await subjects(folder) == [smith, smith])
            #expect(try await reasons(folder).count == 1)
        }
    }

    @Test func aForeignBarcodeThatResemblesOursIsPartOfThePage() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            // A wrong check character, and the labels of another archive: both two letters and nine digits.
            let pages = [smith, "FD000000777A", "BX990000001B", ""]
            try await drop([folder.scan(pages)], into: folder)
            #expect(try await folder.documents().compactMap { $0["pages"] as? Int } == [4])
            #expect(try await reasons(folder).isEmpty)
            // Alone it may be a damaged cover sheet.
            try await drop([folder.scan(["FD000000777A", ""])], into: folder)
            #expect(try await folder.documents().count == 1)
            #expect(try await reasons(folder).first?.contains("outguide document assign") == true)
        }
    }

    @Test func whatWaitsIsFiledByCommandOrAfterItIsPutRight() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--quiet").answer
            let jones = try await bed.outguide("item", "add", "--quiet").answer
            // Before any cover sheet, then one.
            try await drop([folder.scan(["", "", jones, ""])], into: folder)
            let waiting = try #require(try await bed.json("document", "quarantine") as? [[String: Any]])
            let id = try #require(waiting.first?["id"] as? String)
            #expect(try await bed.outguide("document", "assign", id, "--to", "FD000000777J").status == 3)
            #expect(try await bed.outguide("document", "assign", "nothing", "--to", smith).status == 3)
            #expect(try await bed.outguide("document", "assign", id, "--to", smith).status == 0)
            #expect(try await subjects(folder) == [smith, jones])
            #expect(try await folder.documents().compactMap { $0["pages"] as? Int } == [2, 2])
            #expect(try await reasons(folder).isEmpty)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/quarantine")
            #expect(left.isEmpty, "\(left)")
            // All of it, whatever is on it; and one whose pages only a person can count.
            try await drop([folder.scan(["", jones]), Data("%PDF-1.4 torn".utf8)], into: folder)
            for (path, choice) in zip(try await paths(folder), ["--whole", "--pages=3"]) {
                #expect(try await bed.outguide("document", "assign", path, "--to", smith, choice).status == 0)
            }
            #expect(try await subjects(folder) == [smith, jones, smith, smith])
            #expect(try await folder.documents().compactMap { $0["pages"] as? Int } == [2, 2, 2, 3])
            #expect(try await bed.outguide("document", "verify").status == 0)
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }

    /// The files that wait, oldest first.
    private func paths(_ folder: DropFolderBed) async throws -> [String] {
        let files = try await folder.bed.json("document", "quarantine") as? [[String: Any]] ?? []
        return files.compactMap { $0["path"] as? String }
    }

    @Test func aMisfiledDocumentIsMoved() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let smith = try await bed.outguide("item", "add", "--title", "Smith", "--quiet").answer
            let jones = try await bed.outguide("item", "add", "--title", "Jones", "--quiet").answer
            try await drop([folder.scan([smith, ""])], into: folder)
            let number = try #require(try await folder.documents().first?["entry"] as? Int)
            func move(to item: String) async throws -> Int32 {
                let reason = "--reason=wrong cover sheet"
                return try await bed.outguide("document", "move", String(number), "--to", item, reason).status
            }
            #expect(try await move(to: smith) == 4)
            #expect(try await move(to: jones) == 0)
            #expect(try await subjects(folder) == [jones])
            for item in [smith, jones] {
                let newest = (try await bed.json("history", item) as? [[String: Any]])?.first
                #expect(newest?["kind"] as? String == "document-moved")
                #expect(newest?["reason"] as? String == "wrong cover sheet")
                #expect((newest?["from"] as? [String: Any])?["barcode"] as? String == smith)
                #expect((newest?["to"] as? [String: Any])?["barcode"] as? String == jones)
            }
            let entry = try #require(try await folder.documents().first?["movedBy"] as? Int)
            #expect(try await bed.outguide("log", "correct", String(entry), "--reason", "it was right").status == 0)
            #expect(try await subjects(folder) == [smith])
            #expect(try await bed.outguide("log", "verify").status == 0)
        }
    }
}
