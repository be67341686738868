import Barcodes
import LogEntries
import Testing
import TransferLog
import Vocabulary

@testable import Circulation

@Suite("A document that was filed under the wrong thing")
struct DocumentMoveTests {
    private struct Desk {
        let scratch: ScratchCirculation
        let alpha: Barcode
        let bravo: Barcode
        /// Two pages of alpha, the second of which says “affidavit”.
        let document: EntryNumber

        var circulation: Circulation { scratch.circulation }

        init(_ scratch: ScratchCirculation) async throws {
            self.scratch = scratch
            alpha = try await scratch.add(.item, "Alpha")
            bravo = try await scratch.add(.item, "Bravo")
            document = try await Self.file(alpha, 1, scratch)
            try await scratch.circulation.keep("the affidavit", in: ["eng"], of: 2, in: document)
        }

        static func file(_ barcode: Barcode, _ act: UInt8, _ scratch: ScratchCirculation) async throws -> EntryNumber {
            let file = ScannedFile(
                hash: try #require(ContentHash(String(repeating: "ab", count: 32))),
                bytes: 9,
                mediaType: "image/tiff",
                pages: [[barcode], []]
            )
            let entries = try await scratch.circulation.attach(
                file,
                from: DroppedFile(folder: DropFolderName("/scans"), identity: [UInt8](repeating: act, count: 32)),
                arrivedAt: UTCClock.system.now(),
                rules: DropFolderRules(separation: .coverSheets),
                by: scratch.clerk
            )
            return try #require(entries.first)
        }

        @discardableResult
        func move(
            to barcode: Barcode,
            _ number: EntryNumber? = nil,
            as circulation: Circulation? = nil,
            key: RequestKey? = nil
        ) async throws -> DocumentSummary {
            try await (circulation ?? self.circulation).moveDocument(
                number ?? document,
                to: barcode,
                reason: FreeText("misfiled"),
                by: scratch.clerk,
                key: key
            )
        }

        func correct(_ number: EntryNumber) async throws {
            _ = try await circulation.correct(number, reason: FreeText("mistake"), by: scratch.clerk)
        }

        func kinds(_ barcode: Barcode, as circulation: Circulation? = nil) async throws -> [String] {
            try await (circulation ?? self.circulation).history(of: barcode, before: nil, limit: 100)
                .map(\.line.entry.fact.kind)
        }

        /// The things that the word on the second page is found under.
        func found() async throws -> [Barcode] {
            let words = try #require(SearchWords("affidavit"))
            return try await circulation.search(words, before: nil, limit: 10).map(\.entity.barcode)
        }

        func owner() async throws -> Barcode { try await circulation.document(document).entity.barcode }

        func expunge(_ barcode: Barcode) async throws {
            let (order, reason) = (try FreeText("26-CR-7"), try FreeText("by order"))
            _ = try await circulation.requestExpungement(of: barcode, order: order, reason: reason, by: scratch.clerk)
            _ = try await circulation.expunge(barcode, by: Attribution(principal: .user(2_000)))
        }

        /// Why the document may not be moved there.
        func refusal(_ barcode: Barcode, _ number: EntryNumber? = nil) async throws -> RefusalKind? {
            do {
                try await move(to: barcode, number)
                return nil
            } catch let refusal as Refusal {
                return refusal.kind
            }
        }
    }

    /// Whatever happened, the log is whole and its tables follow from it.
    private func with(_ body: (Desk) async throws -> Void) async throws {
        try await ScratchCirculation.with { scratch in
            let desk = try await Desk(scratch)
            try await body(desk)
            #expect(try await scratch.log.verify().problems == [])
            try await scratch.log.rebuild()
            #expect(try await scratch.log.verify().problems == [])
        }
    }

    @Test func itBelongsToTheOtherThingAndBothHistoriesSaySo() async throws {
        try await with { desk in
            let line = try await desk.move(to: desk.bravo)
            #expect(line.entity.barcode == desk.bravo && line.entry.number == desk.document)
            #expect(line.movedBy == EntryNumber(rawValue: desk.document.rawValue + 1))
            #expect(try await desk.circulation.documents(of: desk.alpha, after: nil, limit: 9).isEmpty)
            #expect(try await desk.circulation.documents(of: desk.bravo, after: nil, limit: 9).count == 1)
            #expect(try await desk.kinds(desk.alpha).first == "document-moved")
            #expect(try await desk.kinds(desk.bravo).first == "document-moved")
            #expect(try await desk.found() == [desk.bravo])
        }
    }

    @Test func aMoveIsTakenBackByACorrectionAndThatToo() async throws {
        try await with { desk in
            let charlie = try await desk.scratch.add(.container)
            let first = try #require(try await desk.move(to: desk.bravo).movedBy)
            let second = try #require(try await desk.move(to: charlie).movedBy)
            try await desk.correct(first)
            #expect(try await desk.owner() == charlie)
            try await desk.correct(second)
            #expect(try await desk.owner() == desk.alpha)
            #expect(try await desk.found() == [desk.alpha])
            // Both ends are told of it.
            for end in [desk.bravo, charlie] { #expect(try await desk.kinds(end).first == "corrected") }
            try await desk.correct(EntryNumber(rawValue: second.rawValue + 2))
            #expect(try await desk.owner() == charlie)
            #expect(try await desk.kinds(desk.bravo).first == "corrected")
        }
    }

    @Test func aDocumentThatWasMovedCanBeVoided() async throws {
        try await with { desk in
            try await desk.move(to: desk.bravo)
            try await desk.correct(desk.document)
            #expect(try await desk.circulation.documents(of: desk.bravo, after: nil, limit: 9).isEmpty)
            #expect(try await desk.kinds(desk.bravo).first == "corrected")
            #expect(try await desk.refusal(desk.alpha) == .alreadyVoided)
        }
    }

    @Test func onlyOneOfTheDocumentsOfAFileIsMoved() async throws {
        try await with { desk in
            let other = try await Desk.file(desk.alpha, 2, desk.scratch)
            try await desk.move(to: desk.bravo, other)
            #expect(try await desk.owner() == desk.alpha)
            #expect(try await desk.found() == [desk.alpha])
            #expect(try await desk.circulation.document(other).entity.barcode == desk.bravo)
        }
    }

    @Test func whatCannotBeIsRefused() async throws {
        try await with { desk in
            let shelf = try await desk.scratch.add(.location, "Shelf")
            #expect(try await desk.refusal(desk.alpha) == .alreadyMoved)
            #expect(try await desk.refusal(shelf) == .invalidRequest)
            #expect(try await desk.refusal(Barcode(parsing: "FD000000777J")) == .unknownBarcode)
            #expect(try await desk.refusal(desk.bravo, EntryNumber(rawValue: 1)) == .unknownEntry)
            #expect(try await desk.refusal(desk.bravo, EntryNumber(rawValue: 99)) == .unknownEntry)
            #expect(try await desk.refusal(desk.bravo, EntryNumber(rawValue: .max)) == .unknownEntry)
            _ = try await desk.circulation.hold(
                desk.alpha,
                order: FreeText("26-CV-1"),
                reason: nil,
                by: desk.scratch.clerk
            )
            #expect(try await desk.refusal(desk.bravo) == .held)
            // What is held may be added to.
            let other = try await Desk.file(desk.bravo, 2, desk.scratch)
            #expect(try await desk.move(to: desk.alpha, other).entity.barcode == desk.alpha)
        }
    }

    @Test func aRequestThatComesTwiceMovesOnce() async throws {
        try await with { desk in
            let key = try #require(RequestKey("one", of: .user(1000), request: []))
            try await desk.move(to: desk.bravo, key: key)
            try await desk.move(to: desk.bravo, key: key)
            #expect(try await desk.kinds(desk.bravo).count { $0 == "document-moved" } == 1)
        }
    }

    @Test func expungingWhereItWasLeavesItAndExpungingWhereItIsErasesIt() async throws {
        try await with { desk in
            let move = try #require(try await desk.move(to: desk.bravo).movedBy)
            try await desk.expunge(desk.alpha)
            #expect(try await desk.found() == [desk.bravo])
            #expect(try await desk.owner() == desk.bravo)
            #expect(try await desk.refusal(desk.alpha) == .unknownBarcode)
            // It cannot go back to what must not be known.
            await #expect(throws: Refusal.self) { try await desk.correct(move) }
            let hashes = try await desk.circulation.documentHashes(of: desk.alpha)
            #expect(try await desk.circulation.unattached(hashes).isEmpty)
            try await desk.expunge(desk.bravo)
            #expect(try await desk.found().isEmpty)
            let left = try await desk.circulation.documentHashes(of: desk.bravo)
            #expect(try await desk.circulation.unattached(left).count == 1)
        }
    }

    @Test func whoMayNotKnowOfOneEndLearnsNothingFromTheOther() async throws {
        try await with { desk in
            let move = try #require(try await desk.move(to: desk.bravo).movedBy)
            let everybody = desk.circulation.seen(as: .open)
            #expect(try await desk.kinds(desk.bravo, as: everybody).contains("document-moved"))
            let reason = try FreeText("by order")
            _ = try await desk.circulation.restrict(
                desk.alpha,
                to: .sealed,
                order: FreeText("26-CR-7"),
                reason: reason,
                by: desk.scratch.clerk
            )
            #expect(try await !desk.kinds(desk.bravo, as: everybody).contains("document-moved"))
            #expect(try await desk.kinds(desk.bravo).contains("document-moved"))
            let line = try await everybody.document(desk.document)
            #expect(line.entity.barcode == desk.bravo && line.movedBy == nil)
            let lines = try await everybody.entries(after: EntryNumber(rawValue: 0), limit: 100).lines
            #expect(!lines.contains { $0.entry.fact.kind == "document-moved" })
            await #expect(throws: Refusal.self) { try await everybody.check(entry: move) }
            await #expect(throws: Refusal.self) {
                _ = try await everybody.correct(move, reason: reason, by: desk.scratch.clerk)
            }
            // Nor can it be moved to what they may not know of.
            await #expect(throws: Refusal.self) { try await desk.move(to: desk.alpha, as: everybody) }
        }
    }
}
