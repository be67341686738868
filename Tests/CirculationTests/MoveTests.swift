import Barcodes
import Records
import Testing
import TransferLog

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
}
