import Barcodes
import Localization
import ReadingFiles
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// Files are taken into a real log.
@Suite struct BatchTests {
    private static func take(
        _ text: String,
        in scratch: ScratchCirculation,
        repetition: String? = nil
    ) async throws -> UploadReport {
        let options = ReadingFileOptions(dates: .dayFirst, clock: LocalClock(secondsEastOfUTC: 0))
        return try await scratch.circulation.take(
            ReadingFile(parsing: Array(text.utf8), options: options),
            station: try #require(StationName("portable")),
            scanner: nil,
            principal: .user(1000),
            repetition: repetition.map { .again($0) } ?? .detected
        )
    }

    /// A word for what became of each line.
    private static func kinds(_ report: UploadReport) -> [String] {
        report.lines.map { taken in
            switch taken.fate {
            case .interpreted(let outcome): outcome.kind
            case .before(_, let outcome): "before \(outcome?.kind ?? "-")"
            case .refused(let refusal): "not stored: \(refusal.kind.rawValue)"
            }
        }
    }

    @Test func bothTimesAreKeptAndTheOrderIsThatOfTheTerminal() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try #require(MintedBarcode(prefix: .container, site: .standard, serial: 900)).text
            let report = try await Self.take("\(box),2026-01-02 10:00:05\n\(shelf),2026-01-02 10:00:00", in: scratch)
            #expect(Self.kinds(report) == ["opened", "relocated"])
            let history = try await scratch.circulation.history(of: Barcode(parsing: box), before: nil, limit: 5)
            let move = try #require(history.first?.line.entry)
            #expect(move.occurredAt == Timestamp(rfc3339: "2026-01-02T10:00:05Z"))
            #expect(move.recordedAt > move.occurredAt)
            #expect(move.isBackDated)
            let stored = try await scratch.circulation.reading(try #require(move.reading)).stored
            #expect(stored.batch == report.batch)
            #expect(stored.reading.origin?.transport == .file)
        }
    }

    @Test func takingAFileAgainChangesNothing() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try await scratch.add(.container)
            let other = try await scratch.add(.container)
            for text in ["\(shelf)\n\(box)\n\(box)\n", "\(shelf),2026-01-02 10:00\n\(other),2026-01-02 10:01\n"] {
                let first = try await Self.take(text, in: scratch)
                #expect(first.batch != nil)
                let entries = try await scratch.circulation.counts()
                let again = try await Self.take(text, in: scratch)
                #expect(again.batch == nil)
                #expect(Self.kinds(again) == Self.kinds(first).map { "before \($0)" })
                #expect(try await scratch.circulation.counts().entries == entries.entries)
                #expect(try await scratch.circulation.counts().readings == entries.readings)
                let repeated = try await Self.take(text, in: scratch, repetition: "k")
                #expect(!Self.kinds(repeated).contains { $0.hasPrefix("before") })
                #expect(try await Self.take(text, in: scratch, repetition: "k").batch == nil)
            }
        }
    }

    /// A terminal that was not emptied uploads what it had with what is new.
    @Test func whatWasAddedToAFileGoesToThePlaceThatTheOldLinesOpened() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let elsewhere = try await scratch.add(.location, "Elsewhere")
            let boxes = [try await scratch.add(.container), try await scratch.add(.container)]
            let old = "\(shelf),2026-01-02 10:00\n\(boxes[0]),2026-01-02 10:01\n"
            _ = try await Self.take(old, in: scratch)
            // Since then the first box was put elsewhere.
            _ = try await scratch.scan(elsewhere.text)
            _ = try await scratch.scan(boxes[0].text)
            let report = try await Self.take(old + "\(boxes[1]),2026-01-02 10:02\n", in: scratch)
            #expect(Self.kinds(report) == ["before opened", "before relocated", "relocated"])
            #expect(try await scratch.circulation.whereabouts(of: boxes[1]).path == ["Shelf"])
            #expect(try await scratch.circulation.whereabouts(of: boxes[0]).path == ["Elsewhere"])
        }
    }

    @Test func anOlderMoveBecomesHistoryAndMovesNothing() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let elsewhere = try await scratch.add(.location, "Elsewhere")
            let box = try await scratch.add(.container)
            _ = try await scratch.scan(elsewhere.text)
            _ = try await scratch.scan(box.text)
            let report = try await Self.take("\(shelf),2026-01-02 10:00\n\(box),2026-01-02 10:01", in: scratch)
            #expect(Self.kinds(report) == ["opened", "superseded"])
            guard case .interpreted(let outcome) = report.lines.last?.fate else {
                Issue.record("the line was not interpreted")
                return
            }
            #expect(outcome.verdict == .attention)
            #expect(outcome.message.english.contains("Elsewhere, and stays there"))
            #expect(try await scratch.circulation.whereabouts(of: box).path == ["Elsewhere"])
            let history = try await scratch.circulation.history(of: box, before: nil, limit: 5)
            #expect(history.first?.line.entry.number == outcome.entry)
        }
    }

    @Test func whatWasNotUnderstoodMayHaveBeenThePlace() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let boxes = [try await scratch.add(.container), try await scratch.add(.container)]
            // A shelf that lost a character, a shelf that nobody registered, and bytes that are no text.
            for line in ["LC00000001H", "LC0000000992", "unknown 7", "\u{7}"] {
                let text = "\(shelf)\n\(boxes[0])\n\(line)\n\(boxes[1])\n"
                let kinds = Self.kinds(try await Self.take(text, in: scratch))
                #expect(kinds.last == "no-place-open", "\(line): \(kinds)")
            }
            // A box that cannot be moved was a box.
            let text = "\(shelf)\n\(boxes[0])\n\(boxes[1])\n"
            #expect(Self.kinds(try await Self.take(text, in: scratch)) == ["opened", "already-there", "relocated"])
            // The station has nothing open because of a file.
            let portable = SessionName(try #require(StationName("portable")))
            #expect(try await scratch.log.write { try $0.session(of: portable) } == nil)
        }
    }

    @Test func theLettersOfThePortableFormatSayWhatIsAPlace() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try await scratch.add(.container, "Box")
            let folder = try await scratch.add(.item, "Folder")
            let own = try Barcode(parsing: "S450000008")
            _ = try await scratch.circulation.register(
                NewEntity(type: .location, title: try FreeText("Old shelf"), barcode: own),
                by: scratch.clerk
            )
            let text = """
                ASP
                DATE260102
                TIME1000
                S\(shelf)
                R\(box)
                S\(box)
                R\(folder)
                S450000008
                R\(box)
                R\(shelf)
                R\(folder)
                S\(folder)
                R\(folder)
                """
            let kinds = Self.kinds(try await Self.take(text, in: scratch))
            #expect(
                kinds == [
                    "opened", "relocated", "opened", "relocated", "opened", "relocated", "not-movable", "relocated",
                    "not-a-place", "no-place-open",
                ]
            )
            #expect(try await scratch.circulation.whereabouts(of: box).path == ["Old shelf"])
        }
    }

    @Test func terminalsInOneFileKeepTheirPlacesToThemselves() async throws {
        try await ScratchCirculation.with { scratch in
            let shelves = [try await scratch.add(.location, "One"), try await scratch.add(.location, "Two")]
            let boxes = [try await scratch.add(.container), try await scratch.add(.container)]
            let text = """
                barcode,time,scanner
                \(shelves[0]),2026-01-02 10:00,a
                \(shelves[1]),2026-01-02 10:01,b
                \(boxes[0]),2026-01-02 10:02,a
                \(boxes[1]),2026-01-02 10:03,b
                """
            _ = try await Self.take(text, in: scratch)
            #expect(try await scratch.circulation.whereabouts(of: boxes[0]).path == ["One"])
            #expect(try await scratch.circulation.whereabouts(of: boxes[1]).path == ["Two"])
        }
    }

    @Test func aPauseClosesThePlaceAndTheFutureIsRefused() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try await scratch.add(.container)
            let long = try await Self.take("\(shelf),2026-01-02 10:00\n\(box),2026-01-02 11:00", in: scratch)
            #expect(Self.kinds(long) == ["opened", "no-place-open"])
            let late = try await Self.take("\(shelf),2999-01-02 10:00\n\(box),2999-01-02 10:01", in: scratch)
            #expect(Self.kinds(late) == ["in-the-future", "in-the-future"])
        }
    }

    @Test func whatWasStoredIsInterpretedAfterAStop() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let box = try await scratch.add(.container)
            let long = String(repeating: "A", count: 5_000)
            let station = try #require(StationName("portable"))
            let lines = [shelf.text, box.text].map { text in
                Reading(
                    bytes: Array(text.utf8),
                    symbology: nil,
                    station: station,
                    scanner: nil,
                    principal: .user(1000),
                    occurredAt: Timestamp(rfc3339: "2026-01-02T10:00:00Z"),
                    origin: ReadingOrigin(transport: .file)
                )
            }
            try await scratch.log.write { transaction in
                let batch = try transaction.beginBatch()
                for line in lines { _ = try transaction.store(line, batch: batch) }
            }
            let outcomes = try await scratch.circulation.interpretOpenReadings()
            #expect(outcomes.map(\.kind) == ["opened", "relocated"])
            #expect(Self.kinds(try await Self.take("\(long)\n", in: scratch)) == ["not stored: unreadable"])
        }
    }
}
