import Barcodes
import ReadingFiles
import Testing
import Vocabulary

@testable import Circulation
@testable import Stations

/// What a terminal uploads again is not taken again, in whatever form it comes.
@Suite struct RepeatedUploadTests {
    private static func rows(_ codes: Barcode...) -> String { codes.map { "\($0)\n" }.joined() }

    @Test func aFileWithoutTimesThatHasGrownGoesOnWhereItEnded() async throws {
        try await ScratchCirculation.with { scratch in
            let stock = try await BatchStock(in: scratch)
            let (shelves, boxes) = (stock.shelves, stock.boxes)
            _ = try await BatchBed.take(Self.rows(shelves[0], boxes[0]), in: scratch)
            _ = try await scratch.scan(shelves[1].text)
            _ = try await scratch.scan(boxes[0].text)
            let grown = Self.rows(shelves[0], boxes[0], boxes[1], shelves[2], boxes[2])
            let report = try await BatchBed.take(grown, in: scratch)
            #expect(BatchBed.kinds(report) == ["before", "before", "relocated", "opened", "relocated"])
            #expect(try await BatchBed.shelf(of: boxes[0], in: scratch) == "Two")
            #expect(try await BatchBed.shelf(of: boxes[1], in: scratch) == "One")
            // It grows once more, and once more.
            let more = try await BatchBed.take(grown + Self.rows(boxes[3]), in: scratch)
            #expect(BatchBed.kinds(more) == Array(repeating: "before", count: 5) + ["relocated"])
            #expect(try await BatchBed.shelf(of: boxes[3], in: scratch) == "Three")
            let last = try await BatchBed.take(grown + Self.rows(boxes[3], shelves[0], boxes[0]), in: scratch)
            #expect(BatchBed.kinds(last).suffix(2) == ["opened", "relocated"])
        }
    }

    /// A clerk who sends the barcode of a sealed item, which a supervisor sent before, is answered as for an unknown one.
    @Test(arguments: ["", ";27/11/2025 14:41:00"]) func anUploadOfOthersDisclosesNothing(time: String) async throws {
        try await ScratchCirculation.with { scratch in
            let stock = try await BatchStock(in: scratch)
            let header = time.isEmpty ? "" : "code;time\n"
            let order = try FreeText("26-CR-9")
            for name in ["26-JV-1", "26-JV-2"] {
                let barcode = try Barcode(parsing: name)
                _ = try await scratch.circulation.register(NewEntity(type: .item, barcode: barcode), by: scratch.clerk)
            }
            func take(_ code: String, as clearance: Clearance, by user: UInt32) async throws -> [String] {
                let lines = [stock.shelves[0].text, code].map { "\($0)\(time)\n" }
                let file = try BatchBed.parse(header + lines.joined(), dates: .dayFirst)
                let station = try #require(StationName("portable"))
                let report = try await scratch.circulation.seen(as: clearance)
                    .take(file, station: station, scanner: nil, principal: .user(user))
                return BatchBed.kinds(report)
            }
            _ = try await take("26-JV-1", as: .everything, by: 2_000)
            _ = try await take("26-JV-2", as: .restricted, by: 1_000)
            for name in ["26-JV-1", "26-JV-2"] {
                let barcode = try Barcode(parsing: name)
                _ = try await scratch.circulation
                    .restrict(barcode, to: .sealed, order: order, reason: order, by: scratch.clerk)
            }
            let unknown = try await take("26-JV-3", as: .restricted, by: 1_001)
            #expect(try await take("26-JV-1", as: .restricted, by: 1_002) == unknown)
            // Who sent it knows it, and moves nothing twice.
            #expect(try await take("26-JV-2", as: .restricted, by: 1_000) == ["before", "before"])
        }
    }

    /// The same readings, written otherwise.
    @Test func aFileThatIsWrittenOtherwiseIsTheSame() async throws {
        try await ScratchCirculation.with { scratch in
            let stock = try await BatchStock(in: scratch)
            let (shelf, box) = (stock.shelves[0], stock.boxes[0])
            let plain = Self.rows(shelf, box)
            _ = try await BatchBed.take(plain, in: scratch)
            let others = [
                plain.replacing("\n", with: "\r\n"), "\u{FEFF}" + plain, "\"\(shelf)\"\n\"\(box)\"\n",
                "\n\(shelf)\n\n\(box)",
                "barcode;note\n\(shelf);\n\(box);\n", "\(shelf),1\n\(box),1\n", Self.rows(shelf),
            ]
            for text in others {
                let report = try await BatchBed.take(text, in: scratch)
                #expect(Set(BatchBed.kinds(report)) == ["before"], "\(text)")
                #expect(report.batch == nil)
            }
        }
    }

    @Test func aFileWithTimesMayBeExportedAnew() async throws {
        try await ScratchCirculation.with { scratch in
            let stock = try await BatchStock(in: scratch)
            let (shelf, box) = (stock.shelves[0], stock.boxes[0])
            _ = try await BatchBed.take(
                "code,serial,time,date\n\(shelf),003278,14:41:00,27/11/2025\n\(box),003278,14:41:07,27/11/2025\n",
                in: scratch
            )
            let others = [
                "\(box);2025-11-27T14:41:07Z\n", "\(box),2025-11-27 2:41:07 PM\n\(shelf),2025-11-27 2:41:00 PM\n",
                "time,serial,barcode\n27.11.2025 14:41:00,003278,\(shelf)\n27.11.2025 14:41:07,003278,\(box)\n",
            ]
            for text in others {
                #expect(Set(BatchBed.kinds(try await BatchBed.take(text, in: scratch))) == ["before"], "\(text)")
            }
            // Another terminal may have read the same at the same time.
            let other = "code,time,serial\n\(shelf),2025-11-27 14:41:00,004411\n"
            #expect(BatchBed.kinds(try await BatchBed.take(other, in: scratch)) == ["opened"])
        }
    }

    /// A terminal that was emptied and begins with the same codes cannot be told from a file that was changed.
    @Test func aFileThatIsTheSameInPartIsNotTaken() async throws {
        try await ScratchCirculation.with { scratch in
            let stock = try await BatchStock(in: scratch)
            let (shelves, boxes) = (stock.shelves, stock.boxes)
            _ = try await BatchBed.take(Self.rows(shelves[0], boxes[0], shelves[1], boxes[1]), in: scratch)
            _ = try await scratch.scan(shelves[2].text)
            _ = try await scratch.scan(boxes[0].text)
            let entries = try await scratch.circulation.counts().entries
            let others = [
                // Another end; the beginning lost; another order.
                Self.rows(shelves[0], boxes[0], boxes[2]), Self.rows(boxes[0], shelves[1], boxes[1]),
                Self.rows(shelves[1], boxes[0], shelves[0], boxes[1]),
            ]
            for text in others {
                await #expect(throws: Refusal.self, "\(text)") { try await BatchBed.take(text, in: scratch) }
            }
            #expect(try await scratch.circulation.counts().entries == entries)
            // Somebody says what they are.
            let same = try await BatchBed.take(others[0], in: scratch, repetition: .same)
            #expect(BatchBed.kinds(same) == ["before", "before", "relocated"])
            #expect(try await BatchBed.shelf(of: boxes[0], in: scratch) == "Three")
            for text in others.dropFirst() {
                let report = try await BatchBed.take(text, in: scratch, repetition: .same)
                #expect(Set(BatchBed.kinds(report)) == ["before"])
            }
            let again = try await BatchBed.take(others[2], in: scratch, repetition: .again("once"))
            #expect(BatchBed.kinds(again) == ["opened", "relocated", "opened", "relocated"])
            #expect(try await BatchBed.take(others[2], in: scratch, repetition: .again("once")).batch == nil)
        }
    }

    /// That a day begins at the same shelf is nothing special, and changes nothing either way.
    @Test func aFileThatBeginsAtTheSameShelfIsNew() async throws {
        try await ScratchCirculation.with { scratch in
            let stock = try await BatchStock(in: scratch)
            _ = try await BatchBed.take(Self.rows(stock.shelves[0], stock.boxes[0]), in: scratch)
            let report = try await BatchBed.take(Self.rows(stock.shelves[0], stock.boxes[1]), in: scratch)
            #expect(BatchBed.kinds(report) == ["opened", "relocated"])
            #expect(try await BatchBed.shelf(of: stock.boxes[1], in: scratch) == "One")
        }
    }
}
