import Barcodes
import Localization
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

@Suite struct ReadingTests {
    @Test func shelfThenBoxPutsTheBoxOnTheShelf() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf 3")
            let box = try #require(MintedBarcode(prefix: .container, site: .standard, serial: 500))
            #expect(try await scratch.scan(shelf.text).message.english == "here: Shelf 3 is open")
            let moved = try await scratch.scan(box.text)
            #expect(moved.verdict == .accepted)
            #expect(moved.message.english == "new box \(box.text) → Shelf 3")
            let found = try await scratch.circulation.whereabouts(of: Barcode(box))
            #expect(found.path == ["Shelf 3"])
            #expect(found.entry == moved.entry)
            let again = try await scratch.scan("]C0" + box.text.lowercased())
            #expect(again.verdict == .attention)
            #expect(again.kind == "already-there")
        }
    }

    @Test func stationsDoNotShareWhatIsOpen() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try await scratch.add(.container)
            #expect(try await scratch.scan(shelf.text, at: "one").verdict == .accepted)
            #expect(try await scratch.scan(box.text, at: "two").kind == "no-place-open")
            #expect(try await scratch.scan(box.text, at: "one").verdict == .accepted)
            try await scratch.circulation.endSession(of: try #require(StationName("one")))
            #expect(try await scratch.scan(box.text, at: "one").kind == "no-place-open")
        }
    }

    @Test func aBoxGoesIntoNothingThatIsInsideIt() async throws {
        try await ScratchCirculation.with { scratch in
            let into = try #require(ControlCommand.into.barcode).text
            let outer = try await scratch.add(.container, "outer")
            let inner = try await scratch.add(.container, "inner", parent: outer)
            _ = try await scratch.scan(into)
            _ = try await scratch.scan(inner.text)
            let refused = try await scratch.scan(outer.text)
            #expect(refused.kind == "into-itself")
            #expect(refused.message.english == "cannot put \(outer) into \(inner): \(inner) is inside \(outer)")
            #expect(try await scratch.scan(inner.text).message.english == "cannot put \(inner) into itself")
        }
    }

    @Test(arguments: [
        (Array("BX0000000012".utf8), "wrong-check-character"), ([0xFF, 0xFE], "unreadable"), ([], "unreadable"),
        (Array("A\u{7}B".utf8), "unreadable"), (Array("]E0BX0000000014".utf8), "wrong-symbology"),
        (Array("]M0BX0000000014".utf8), "wrong-symbology"), (Array("]P0BX0000000014".utf8), "wrong-symbology"),
        (Array("]y0BX0000000014".utf8), "wrong-symbology"), (Array("]y0ABC".utf8), "wrong-symbology"),
        (Array("nobody's".utf8), "unknown-barcode"),
    ])
    func whatCannotBeMeantIsRefusedWithTheRawCode(bytes: [UInt8], kind: String) async throws {
        try await ScratchCirculation.with { scratch in
            let reading = Reading(
                bytes: bytes,
                symbology: nil,
                station: try #require(StationName("desk")),
                scanner: nil,
                principal: .daemon,
                occurredAt: nil
            )
            let outcome = try await scratch.circulation.receive(reading)
            #expect(outcome.verdict == .refused)
            #expect(outcome.kind == kind)
            #expect(outcome.message.english.hasPrefix("cannot "))
            #expect(!outcome.message.english.unicodeScalars.contains { $0.properties.generalCategory == .control })
            // Refused or not, it is kept as it came.
            let stored = try await scratch.log.read { try $0.reading(outcome.reading) }
            #expect(stored?.reading.bytes == bytes)
        }
    }

    @Test func storedReadingsAreInterpretedLaterInOrder() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try await scratch.add(.container)
            let station = try #require(StationName("gun"))
            for text in [shelf.text, box.text] {
                let reading = Reading(
                    bytes: Array(text.utf8),
                    symbology: nil,
                    station: station,
                    scanner: nil,
                    principal: .daemon,
                    occurredAt: nil
                )
                _ = try await scratch.circulation.store(reading)
            }
            let outcomes = try await scratch.circulation.interpretOpenReadings()
            #expect(outcomes.map(\.verdict) == [.accepted, .accepted])
            #expect(try await scratch.circulation.whereabouts(of: box).path == ["Shelf"])
            #expect(try await scratch.circulation.interpretOpenReadings().isEmpty)
            // Asked again, a reading is not obeyed again.
            let first = try #require(outcomes.first)
            #expect(try await scratch.circulation.interpret(first.reading).message.english.contains("handled before"))
        }
    }

    @Test func aKeyedReadingIsTakenOnce() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let key = try #require(RequestKey("k", of: .user(1000), request: [1]))
            let reading = Reading(
                bytes: Array(shelf.text.utf8),
                symbology: nil,
                station: try #require(StationName("desk")),
                scanner: nil,
                principal: .user(1000),
                occurredAt: nil
            )
            let first = try await scratch.circulation.receive(reading, key: key)
            let second = try await scratch.circulation.receive(reading, key: key)
            #expect(first.reading == second.reading)
            #expect(second.verdict == .accepted)
        }
    }
}
