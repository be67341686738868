import Barcodes
import LogEntries
import Testing
import TransferLog
import Vocabulary

@testable import Circulation

@Suite struct MoveTests {
    @Test func allMoveOrNone() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let boxes = [try await scratch.add(.container), try await scratch.add(.container)]
            let missing = try Barcode(parsing: "nowhere")
            await #expect(throws: Refusal.self) {
                try await scratch.circulation.move(NewMove(boxes + [missing], to: .place(shelf)), by: scratch.clerk)
            }
            #expect(try await scratch.circulation.contents(of: shelf, after: nil, limit: 10).isEmpty)
            let movements = try await scratch.circulation.move(NewMove(boxes, to: .place(shelf)), by: scratch.clerk)
            #expect(movements.map { $0.entry?.fact.kind } == ["relocated", "relocated"])
            let again = try await scratch.circulation.move(NewMove(boxes, to: .place(shelf)), by: scratch.clerk)
            #expect(again.map(\.entry) == [nil, nil])
        }
    }

    @Test func aMoveToAPersonIsAChargeOutAndBackIsAReturn() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let ann = try await scratch.add(.custodian, "Ann")
            let bob = try await scratch.add(.custodian, "Bob")
            let folder = try await scratch.add(.item, "Folder", parent: shelf)
            var kinds: [String?] = []
            for place in [ann, bob, shelf] {
                let movements = try await scratch.circulation.move(
                    NewMove([folder], to: .place(place)),
                    by: scratch.clerk
                )
                kinds += movements.map { $0.entry?.fact.kind }
            }
            #expect(kinds == ["charged-out", "handed-over", "returned"])
            let lines = try await scratch.circulation.history(of: folder, before: nil, limit: 10)
            #expect(lines.map { $0.line.to?.path } == [["Shelf"], ["Bob"], ["Ann"], ["Shelf"], nil])
        }
    }

    @Test func aReasonIsKeptBesideTheEntry() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try await scratch.add(.container)
            let reason = try FreeText("court order 7")
            _ = try await scratch.circulation.move(NewMove([box], to: .place(shelf), reason: reason), by: scratch.clerk)
            let line = try #require(try await scratch.circulation.history(of: box, before: nil, limit: 1).first)
            guard case .transferred(let transfer) = line.line.entry.fact else {
                Issue.record("the newest entry is not a transfer")
                return
            }
            #expect(transfer.reason == "court order 7")
        }
    }

    @Test func placesAndPeopleDoNotMove() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let other = try await scratch.add(.location, "Other")
            let item = try await scratch.add(.item)
            for (subject, place, kind) in [(other, shelf, RefusalKind.notMovable), (item, item, .notAPlace)] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await scratch.circulation.move(NewMove([subject], to: .place(place)), by: scratch.clerk)
                }
                #expect(refusal?.kind == kind)
            }
        }
    }

    /// An answer says where a thing is, whatever was stated about the time before.
    @Test func aMoveThatWasOvertakenDoesNotSayThatItStands() async throws {
        try await ScratchCirculation.with { scratch in
            let judge = try await scratch.add(.custodian, "Judge")
            let shelf = try await scratch.add(.location, "Shelf")
            let folder = try await scratch.add(.item, "Folder")
            let given = try await scratch.circulation.move(NewMove([folder], to: .place(judge)), by: scratch.clerk)
            #expect(given.map(\.place?.title) == ["Judge"])
            let before = try #require(given[0].entry).occurredAt.advanced(bySeconds: -3_600)
            let key = RequestKey("k1", of: scratch.clerk.principal, request: [1])
            let move = NewMove([folder], to: .place(shelf), reason: try FreeText("from the diary"), occurredAt: before)
            for _ in 1...2 {
                let told = try await scratch.circulation.move(move, by: scratch.clerk, key: key)
                #expect(told.map(\.place?.title) == ["Judge"])
                #expect(told.map { $0.entry?.isBackDated } == [true])
                #expect(told.map(\.past?.placement.path) == [["Shelf"]])
                #expect(told.map(\.past?.occurredAt) == [before])
            }
            // It was there then, and is with the judge now.
            let again = NewMove([folder], to: .place(shelf), reason: try FreeText("once more"), occurredAt: before)
            let told = try await scratch.circulation.move(again, by: scratch.clerk)
            #expect(told.map(\.entry) == [nil])
            #expect(told.map(\.past?.placement.path) == [["Shelf"]])
            #expect(told.map(\.placement.path) == [["Judge"]])
        }
    }

    /// What somebody stated about the time before it was registered is known for that time.
    @Test func aThingWasThereBeforeItWasRegisteredWhenSomebodySaysSo() async throws {
        try await ScratchCirculation.with { scratch in
            let judge = try await scratch.add(.custodian, "Judge")
            let folder = try await scratch.add(.item, "Folder")
            let now = try await scratch.circulation.registration(of: EntityID(rawValue: 2))
            let (before, between) = (now.advanced(bySeconds: -7_200), now.advanced(bySeconds: -3_600))
            let move = NewMove([folder], to: .place(judge), reason: try FreeText("took it along"), occurredAt: before)
            _ = try await scratch.circulation.move(move, by: scratch.clerk)
            #expect(try await scratch.circulation.whereabouts(of: folder, at: between).path == ["Judge"])
            let earlier = now.advanced(bySeconds: -10_000)
            let refusal = await #expect(throws: Refusal.self) {
                try await scratch.circulation.whereabouts(of: folder, at: earlier)
            }
            #expect(refusal?.kind == .notYetRegistered)
        }
    }

    /// However boxes are put into one another, from within or from without, everybody can say where they are.
    @Test(arguments: [true, false])
    func boxesInOneAnotherEndSomewhere(fromWithin: Bool) async throws {
        try await ScratchCirculation.with { scratch in
            var boxes = [try await scratch.add(.container)]
            var refusal: Refusal?
            while refusal == nil, boxes.count < 100 {
                let next = try await scratch.add(.container)
                let (inner, outer) = fromWithin ? (next, boxes.last ?? next) : (boxes.last ?? next, next)
                do {
                    _ = try await scratch.circulation.move(NewMove([inner], to: .place(outer)), by: scratch.clerk)
                    boxes.append(next)
                } catch let error as Refusal {
                    refusal = error
                }
            }
            #expect(refusal?.kind == .nestedTooDeep)
            #expect(boxes.count == Nesting.mostContainers + 1)
            let innermost = try #require(fromWithin ? boxes.last : boxes.first)
            let shelf = try await scratch.add(.location, "Shelf")
            let outermost = try #require(fromWithin ? boxes.first : boxes.last)
            _ = try await scratch.circulation.move(NewMove([outermost], to: .place(shelf)), by: scratch.clerk)
            #expect(try await scratch.circulation.whereabouts(of: innermost).path.count == boxes.count)
            #expect(scratch.log.trouble == nil)
        }
    }

    @Test func locationsInOneAnotherEndSomewhere() async throws {
        try await ScratchCirculation.with { scratch in
            var places: [Barcode] = []
            for depth in 1...Nesting.mostLocations {
                places.append(try await scratch.add(.location, "\(depth)", parent: places.last))
            }
            let deepest = places.last
            let refusal = await #expect(throws: Refusal.self) {
                try await scratch.add(.location, "deeper", parent: deepest)
            }
            #expect(refusal?.kind == .nestedTooDeep)
            let site = try await scratch.add(.location, "Site")
            let top = try #require(places.first)
            let moved = await #expect(throws: Refusal.self) {
                try await scratch.circulation.change(top, EntityChange(parent: .set(site)), by: scratch.clerk)
            }
            #expect(moved?.kind == .nestedTooDeep)
        }
    }
}
