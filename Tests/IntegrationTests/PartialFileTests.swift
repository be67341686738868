import Foundation
import TestSupport
import Testing

/// Files that somebody is still writing when the daemon sees them.
@Suite struct PartialFileTests {
    @Test func aFileIsFiledWhenItsWriterHasClosedIt() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            var scan = try await folder.scan([smith])
            let handle = try Self.begin("flat.tif", in: folder)
            try handle.write(contentsOf: scan)
            for number in 1...2 {
                // As a flatbed does while its user turns the page.
                try await folder.stay(["flat.tif"], for: 4)
                let page = try folder.appending(number, to: scan)
                scan.append(page.tail)
                scan.replaceSubrange(page.at..<page.at + 4, with: page.patch)
                try handle.seekToEnd()
                try handle.write(contentsOf: page.tail)
                try handle.seek(toOffset: UInt64(page.at))
                try handle.write(contentsOf: page.patch)
            }
            try await folder.stay(["flat.tif"], for: 4)
            try handle.close()
            try await folder.emptied()
            #expect(try await folder.documents().map { $0["pages"] as? Int } == [3])
            let hash = try #require(try await folder.documents().first?["sha256"] as? String)
            let stored =
                folder.bed.stateDirectory + "/documents/\(hash.prefix(2))/\(hash.dropFirst(2).prefix(2))/\(hash)"
            #expect(try Data(contentsOf: URL(filePath: stored)) == scan)
        }
    }

    @Test func oneOfTwoWritersThatClosesTheFileDoesNotCompleteIt() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let scan = try await folder.scan([smith])
            let first = try Self.begin("twice.tif", in: folder)
            try first.write(contentsOf: scan)
            let second = try FileHandle(forWritingTo: URL(filePath: folder.path + "/twice.tif"))
            try first.close()
            try await folder.stay(["twice.tif"], for: 4)
            let page = try folder.appending(1, to: scan)
            try second.seekToEnd()
            try second.write(contentsOf: page.tail)
            try second.seek(toOffset: UInt64(page.at))
            try second.write(contentsOf: page.patch)
            try second.close()
            try await folder.emptied()
            #expect(try await folder.documents().map { $0["pages"] as? Int } == [2])
        }
    }

    @Test func aFileThatIsClosedAfterEachPageIsNotTakenBetweenThem() async throws {
        try await DropFolderBed.with(settle: 3) { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            var scan = try await folder.scan([smith])
            try scan.write(to: URL(filePath: folder.path + "/slow.tif"))
            for number in 1...3 {
                try await folder.stay(["slow.tif"], for: 1)
                let page = try folder.appending(number, to: scan)
                scan.append(page.tail)
                scan.replaceSubrange(page.at..<page.at + 4, with: page.patch)
                try scan.write(to: URL(filePath: folder.path + "/slow.tif"))
            }
            try await folder.emptied()
            #expect(try await folder.documents().map { $0["pages"] as? Int } == [4])
        }
    }

    /// Empty, or cut off in the middle, as an upload is that stalls, or whose program opens the file for each piece.
    @Test(arguments: [0, 100, 1_500])
    func aFileThatCannotBeReadYetIsNotABadFileYet(length: Int) async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let scan = try await folder.scan([smith, ""], asPDF: length == 1_500)
            try scan.prefix(length).write(to: URL(filePath: folder.path + "/upload"))
            try await folder.stay(["upload"], for: 5)
            let handle = try FileHandle(forWritingTo: URL(filePath: folder.path + "/upload"))
            try handle.seekToEnd()
            try handle.write(contentsOf: scan.dropFirst(length))
            try handle.close()
            try await folder.emptied()
            #expect(try await folder.documents().map { $0["pages"] as? Int } == [2])
            #expect(try await folder.quarantine().isEmpty)
        }
    }

    @Test func aFileThatNeverCanBeReadGoesToQuarantine() async throws {
        try await DropFolderBed.with { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            try folder.drop(Data("not an image".utf8), as: "1.pdf")
            try folder.drop(Data(), as: "2.pdf")
            try folder.drop(try await folder.scan([smith]), as: "3.tif")
            try await folder.emptied()
            #expect(try await folder.quarantine().keys.sorted() == ["1.pdf", "2.pdf"])
            #expect(try await folder.documents().count == 1)
        }
    }

    private static func begin(_ name: String, in folder: DropFolderBed) throws -> FileHandle {
        try Data().write(to: URL(filePath: folder.path + "/" + name))
        return try FileHandle(forWritingTo: URL(filePath: folder.path + "/" + name))
    }
}
