import Foundation
import TestSupport
import Testing

/// Cover sheets and pages in files of their own: a page belongs to the cover sheet before it.
@Suite struct FilingOrderTests {
    /// Files a run of a cover sheet, pages, another cover sheet and pages, given in their right order, and moved into the
    /// folder within an instant in another.
    @Test(arguments: [
        (1...11).map { "Scan \($0).tif" },
        ["scan.tif"] + (1...10).map { "scan (\($0)).tif" },
        (8...18).map { "\($0 % 2 == 0 ? "IMG_" : "img_")\($0 > 12 ? "000" : "")\($0).\($0 % 3 == 0 ? "TIF" : "tif")" },
        (1...11).map { "2026-11-\($0 < 6 ? 9 : 29) box 2 page \($0 < 6 ? $0 + 8 : $0).tif" },
    ])
    func filesThatComeAtOnceAreOrderedByTheNumbersInTheirNames(names: [String]) async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let jones = try await folder.bed.outguide("item", "add", "--quiet").answer
            var files: [(name: String, data: Data)] = []
            for (index, name) in names.enumerated() {
                let data =
                    switch index {
                    case 0: try await folder.scan([smith])
                    case 7: try await folder.scan([jones])
                    default: folder.smallPage(index)
                    }
                files.append((name, data))
            }
            try folder.move(files.sorted { $0.name < $1.name })
            try await folder.emptied()
            #expect(try await folder.pages() == [smith: 7, jones: 4])
            #expect(try await folder.quarantine().isEmpty)
        }
    }

    /// Names and times that say the opposite, and names without a number that are as old as each other.
    @Test(arguments: [
        (["Scan 1.tif", "Scan 2.tif", "Scan 3.tif"], 3_600), (["cover.tif", "page.tif", "sheet.tif"], 0),
    ])
    func pagesWhoseOrderNobodyKnowsGoToQuarantine(names: [String], seconds: Int) async throws {
        try await DropFolderBed.with { folder in
            let (smith, jones) = try await Self.openCase(of: folder)
            let cover = try await folder.scan([jones, ""])
            let start = Date(timeIntervalSince1970: 1_790_000_000)
            // The last by its number is the first by its time.
            let files = [(names[0], cover), (names[1], folder.smallPage(1)), (names[2], folder.smallPage(2))]
            try folder.move(files.map { (name: $0.0, data: $0.1) }) { index in
                start.addingTimeInterval(-Double(index * seconds))
            }
            try await folder.emptied()
            #expect(try await folder.pages() == [smith: 1, jones: 2])
            let quarantine = try await folder.quarantine()
            #expect(quarantine.keys.sorted() == names.dropFirst().sorted())
            #expect(quarantine.values.allSatisfy { $0.contains("the order of the 3 files") })
        }
    }

    @Test func aCoverSheetThatIsStillBeingWrittenHoldsBackThePagesBehindIt() async throws {
        try await DropFolderBed.with { folder in
            let (smith, jones) = try await Self.openCase(of: folder)
            let cover = try await folder.scan([jones])
            try Data().write(to: URL(filePath: folder.path + "/zz cover.tif"))
            let handle = try FileHandle(forWritingTo: URL(filePath: folder.path + "/zz cover.tif"))
            try handle.write(contentsOf: cover.prefix(200))
            try folder.drop(folder.smallPage(1), as: "aa page.tif")
            try await folder.stay(["zz cover.tif", "aa page.tif"], for: 4)
            try handle.write(contentsOf: cover.dropFirst(200))
            try handle.close()
            try await folder.emptied()
            #expect(try await folder.pages() == [smith: 1, jones: 2])
        }
    }

    @Test(arguments: ["cover.tif.part", "cover.tif.filepart", ".cover.tif.Yz12ab"])
    func aCoverSheetUnderItsDraftsNameHoldsBackThePagesBehindIt(draft: String) async throws {
        try await DropFolderBed.with { folder in
            let (smith, jones) = try await Self.openCase(of: folder)
            let cover = try await folder.scan([jones])
            try cover.write(to: URL(filePath: folder.path + "/" + draft))
            try folder.drop(folder.smallPage(1), as: "page.tif")
            try await folder.stay(["page.tif"], for: 4)
            #expect(rename(folder.path + "/" + draft, folder.path + "/cover.tif") == 0)
            try await folder.emptied()
            #expect(try await folder.pages() == [smith: 1, jones: 2])
        }
    }

    @Test(arguments: [0, 300])
    func aCoverSheetThatCannotBeReadYetHoldsBackThePagesBehindIt(length: Int) async throws {
        try await DropFolderBed.with { folder in
            let (smith, jones) = try await Self.openCase(of: folder)
            let cover = try await folder.scan([jones])
            try cover.prefix(length).write(to: URL(filePath: folder.path + "/cover.tif"))
            try folder.drop(folder.smallPage(1), as: "page.tif")
            try await folder.stay(["cover.tif", "page.tif"], for: 5)
            let handle = try FileHandle(forWritingTo: URL(filePath: folder.path + "/cover.tif"))
            try handle.seekToEnd()
            try handle.write(contentsOf: cover.dropFirst(length))
            try handle.close()
            try await folder.emptied()
            #expect(try await folder.pages() == [smith: 1, jones: 2])
        }
    }

    /// What is left of an upload that was given up, or what an operating system leaves, holds nothing back.
    @Test func leftoversHoldNothingBack() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let names = [
                "Thumbs.db", ".DS_Store", "._scan.tif", "desktop.ini", "~$letter.docx", ".nfs0001", "old.tif.part",
            ]
            for name in names { try Data("something".utf8).write(to: URL(filePath: folder.path + "/" + name)) }
            try folder.drop(try await folder.scan([smith]), as: "scan.tif")
            try await folder.said("filed a scan")
            #expect(try await folder.documents().count == 1)
            #expect(try await folder.quarantine().isEmpty)
            try await folder.stay(names, for: 1)
        }
    }

    /// Files a page behind a cover sheet: pages that now come without one are the first thing's.
    private static func openCase(of folder: DropFolderBed) async throws -> (smith: String, jones: String) {
        let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
        let jones = try await folder.bed.outguide("item", "add", "--quiet").answer
        try folder.drop(try await folder.scan([smith]), as: "1.tif")
        try await folder.emptied()
        return (smith, jones)
    }
}
