import Barcodes
import Testing
import TransferLog
import Vocabulary

@testable import Circulation

@Suite struct RegistrationTests {
    @Test func numbersAreMintedOneAfterAnother() async throws {
        try await ScratchCirculation.with { scratch in
            let first = try await scratch.add(.container)
            let second = try await scratch.add(.container)
            #expect(first.minted?.serial == 1)
            #expect(second.minted?.serial == 2)
            #expect(try await scratch.add(.item).minted?.prefix == .item)
        }
    }

    @Test func ownNumbersAreKeptAndNeverTwice() async throws {
        try await ScratchCirculation.with { scratch in
            let own = try Barcode(parsing: "K-17/3")
            let new = NewEntity(type: .container, barcode: own)
            #expect(try await scratch.circulation.register(new, by: scratch.clerk).entity.barcode == own)
            let refusal = await #expect(throws: Refusal.self) {
                try await scratch.circulation.register(new, by: scratch.clerk)
            }
            #expect(refusal?.kind == .barcodeTaken)
        }
    }

    @Test func aParentIsWhereTheThingIsPut() async throws {
        try await ScratchCirculation.with { scratch in
            let room = try await scratch.add(.location, "Room")
            let shelf = try await scratch.add(.location, "Shelf", parent: room)
            let box = try await scratch.add(.container, "Box", parent: shelf)
            let folder = try await scratch.add(.item, "Folder", parent: box)
            #expect(try await scratch.circulation.whereabouts(of: folder).path == ["Room", "Shelf", "Box"])
            let inRoom = try await scratch.circulation.contents(of: room, after: nil, limit: 10)
            #expect(inRoom.map(\.entity.barcode) == [shelf])
            #expect(try await scratch.circulation.contents(of: shelf, after: nil, limit: 10).map(\.seen) == [.direct])
        }
    }

    @Test func whatDoesNotFitIsRefusedAndNothingIsLeft() async throws {
        try await ScratchCirculation.with { scratch in
            let item = try await scratch.add(.item)
            let person = try await scratch.add(.custodian, "Ann")
            let own = try Barcode(parsing: "K-1")
            let wrongPrefix = Barcode(try #require(MintedBarcode(prefix: .item, site: .standard, serial: 9)))
            let cases: [(NewEntity, RefusalKind)] = [
                (NewEntity(type: .location), .invalidRequest), (NewEntity(type: .custodian), .invalidRequest),
                (NewEntity(type: .location, kind: .box, title: try FreeText("x")), .invalidRequest),
                (NewEntity(type: .container, barcode: own, parent: item), .notAPlace),
                (NewEntity(type: .container, barcode: own, home: person), .notAPlace),
                (NewEntity(type: .container, barcode: wrongPrefix), .wrongPrefix),
                (NewEntity(type: .container, parent: own), .unknownBarcode),
                (NewEntity(type: .location, title: try FreeText("x"), parent: person), .notAPlace),
            ]
            let before = try await scratch.circulation.counts()
            for (new, kind) in cases {
                let refusal = await #expect(throws: Refusal.self) {
                    try await scratch.circulation.register(new, by: scratch.clerk)
                }
                #expect(refusal?.kind == kind)
                #expect(refusal?.description.hasPrefix("cannot ") == true)
            }
            #expect(try await scratch.circulation.counts() == before)
        }
    }

    @Test func theSameKeyRegistersOnce() async throws {
        try await ScratchCirculation.with { scratch in
            let key = try #require(RequestKey("k", of: .user(1000), request: [1]))
            let new = NewEntity(type: .container)
            let first = try await scratch.circulation.register(new, by: scratch.clerk, key: key)
            let second = try await scratch.circulation.register(new, by: scratch.clerk, key: key)
            #expect(first == second)
            #expect(try await scratch.circulation.counts().entities[.container] == 1)
        }
    }
}
