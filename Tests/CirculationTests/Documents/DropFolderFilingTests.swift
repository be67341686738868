import Barcodes
import Testing
import TransferLog
import Vocabulary

@testable import Circulation

@Suite("What a file from a drop folder belongs to")
struct DropFolderFilingTests {
    private static let folder = DropFolderName("/srv/scans")

    /// A drop folder above a log, with two folders to file into.
    private final class Desk {
        let scratch: ScratchCirculation
        let alpha: Barcode
        let bravo: Barcode
        var rules = DropFolderRules(separation: .coverSheets)
        private var acts: UInt8 = 0

        init(_ scratch: ScratchCirculation) async throws {
            self.scratch = scratch
            alpha = try await scratch.add(.item)
            bravo = try await scratch.add(.item)
        }

        /// Files pages, which are barcodes or nil, and answers what each document belongs to.
        @discardableResult
        func drop(
            _ pages: [Barcode?],
            lookalikes: [Int: String] = [:],
            after seconds: Int64 = 0,
            into folder: DropFolderName = DropFolderFilingTests.folder,
            act: UInt8? = nil
        ) async throws -> [Barcode] {
            acts += 1
            let identity = [UInt8](repeating: act ?? acts, count: 32)
            let now = UTCClock.system.now().microseconds
            let entries = try await scratch.circulation.attach(
                file(pages, lookalikes),
                from: DroppedFile(folder: folder, identity: identity),
                arrivedAt: Timestamp(clamping: now + seconds * 1_000_000),
                rules: rules,
                by: scratch.clerk
            )
            var subjects: [Barcode] = []
            for entry in entries { subjects.append(try await scratch.circulation.document(entry).entity.barcode) }
            return subjects
        }

        /// Always the same bytes.
        private func file(_ pages: [Barcode?], _ lookalikes: [Int: String]) throws -> ScannedFile {
            ScannedFile(
                hash: try #require(ContentHash(String(repeating: "ab", count: 32))),
                bytes: 9,
                mediaType: "image/tiff",
                pages: pages.map { $0.map { [$0] } ?? [] },
                lookalikes: lookalikes
            )
        }
    }

    /// The refusal of what cannot be filed.
    private func refusal(
        _ desk: Desk,
        _ pages: [Barcode?],
        lookalikes: [Int: String] = [:],
        after seconds: Int64 = 0,
        into folder: DropFolderName = DropFolderFilingTests.folder
    ) async throws -> Refusal? {
        do {
            try await desk.drop(pages, lookalikes: lookalikes, after: seconds, into: folder)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    private func with(_ body: (Desk) async throws -> Void) async throws {
        try await ScratchCirculation.with { try await body(try await Desk($0)) }
    }

    @Test func equalBytesAreFiledAsOftenAsSomebodyDropsThem() async throws {
        try await with { desk in
            try await desk.drop([desk.alpha, nil])
            #expect(try await desk.drop([desk.alpha, nil]) == [desk.alpha])
            #expect(try await desk.drop([desk.bravo, nil]) == [desk.bravo])
            #expect(try await desk.scratch.circulation.documents(after: nil, limit: 10).count == 3)
        }
    }

    @Test func theVeryFileThatWasFiledIsNotFiledAgainUntilItIsGone() async throws {
        try await with { desk in
            try await desk.drop([desk.alpha, nil, desk.bravo], act: 77)
            #expect(try await desk.drop([desk.alpha, nil, desk.bravo], act: 77) == [desk.alpha, desk.bravo])
            #expect(try await desk.scratch.circulation.documents(after: nil, limit: 10).count == 2)
            let file = DroppedFile(folder: Self.folder, identity: [UInt8](repeating: 77, count: 32))
            #expect(try await desk.scratch.circulation.isFiled(file))
            try await desk.scratch.circulation.forget(file)
            #expect(try await !desk.scratch.circulation.isFiled(file))
            try await desk.drop([desk.alpha, nil, desk.bravo], act: 77)
            #expect(try await desk.scratch.circulation.documents(after: nil, limit: 10).count == 4)
            try await desk.scratch.circulation.forgetFiles(in: Self.folder)
            #expect(try await !desk.scratch.circulation.isFiled(file))
        }
    }

    @Test func aCoverSheetAloneOpensItsThingForTheFilesThatFollow() async throws {
        try await with { desk in
            try await desk.drop([desk.alpha])
            #expect(try await desk.drop([nil]) == [desk.alpha])
            #expect(try await desk.drop([nil, nil], after: 119) == [desk.alpha])
            try await desk.drop([desk.bravo])
            #expect(try await desk.drop([nil]) == [desk.bravo])
            // At the end of a file it has no pages behind it either, and neither has one on both sides of a sheet.
            try await desk.drop([desk.bravo, nil, desk.alpha])
            #expect(try await desk.drop([nil]) == [desk.alpha])
            try await desk.drop([desk.bravo, desk.bravo])
            #expect(try await desk.drop([nil]) == [desk.bravo])
        }
    }

    @Test func aPageDoesNotJoinADocument() async throws {
        try await with { desk in
            try await desk.drop([desk.alpha, nil])
            #expect(try await refusal(desk, [nil]) != nil)
            // Nor does one behind a file that joined and then had a document of its own.
            try await desk.drop([desk.alpha])
            #expect(try await desk.drop([nil, desk.bravo, nil]) == [desk.alpha, desk.bravo])
            #expect(try await refusal(desk, [nil]) != nil)
            // A label on the last page of a document is no cover sheet.
            try await desk.drop([desk.alpha, nil, desk.alpha])
            #expect(try await refusal(desk, [nil]) != nil)
        }
    }

    @Test func whatACoverSheetOpenedEnds() async throws {
        try await with { desk in
            try await desk.drop([desk.alpha])
            #expect(try await refusal(desk, [nil], after: 121) != nil)
            #expect(try await refusal(desk, [nil], after: -121) != nil)
            #expect(try await desk.drop([nil]) == [desk.alpha])
            try await desk.scratch.circulation.interrupt(Self.folder)
            #expect(try await refusal(desk, [nil]) != nil)
            try await desk.drop([desk.alpha])
            #expect(try await refusal(desk, [nil], into: DropFolderName("/srv/other")) != nil)
            desk.rules.coverSheetOpensFor = 0
            #expect(try await refusal(desk, [nil]) != nil)
        }
    }

    @Test func pagesContinueADocumentWhereTheSiteWantsThat() async throws {
        try await with { desk in
            desk.rules.continuesWithin = 600
            try await desk.drop([desk.alpha, nil])
            #expect(try await desk.drop([nil], after: 599) == [desk.alpha])
            #expect(try await refusal(desk, [nil], after: 1_200) != nil)
        }
    }

    @Test func whatIsCertainDecides() async throws {
        try await with { desk in
            let wrong = "FD000000777A"
            let elsewhere = try Barcode(parsing: "BX990000001B")
            #expect(try await desk.drop([desk.alpha, nil], lookalikes: [0: wrong, 1: wrong]) == [desk.alpha])
            #expect(try await desk.drop([desk.alpha, elsewhere, nil]) == [desk.alpha])
            desk.rules.separation = .files
            #expect(try await desk.drop([nil, desk.bravo], lookalikes: [0: wrong]) == [desk.bravo])
            #expect(try await refusal(desk, [nil], lookalikes: [0: wrong]) != nil)
        }
    }

    @Test func whatCouldBeTheCoverSheetWaitsForAPerson() async throws {
        try await with { desk in
            try await desk.drop([desk.alpha])
            // A number of this site that is on no thing, behind a cover sheet too; what only looks like one, before any.
            let unregistered = try Barcode(parsing: "FD000000777J")
            for (pages, lookalikes) in [
                ([desk.alpha, unregistered, nil], [:]), ([nil, desk.alpha], [0: "FD000000777A"]),
                ([nil], [0: "BX0000001"]),
            ] {
                let refusal = try await refusal(desk, pages, lookalikes: lookalikes)
                #expect(refusal?.description.contains("outguide document assign") == true)
            }
            // Once it is registered the same file is filed.
            let new = NewEntity(type: .item, barcode: unregistered)
            _ = try await desk.scratch.circulation.register(new, by: desk.scratch.clerk)
            #expect(try await desk.drop([desk.alpha, unregistered, nil]) == [desk.alpha, unregistered])
        }
    }
}
