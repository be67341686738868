import Testing
import Vocabulary

@testable import Circulation
@testable import Stations

/// Each terminal and each user of a file has an open shelf of its own.
@Suite struct BatchSourceTests {
    /// Takes rows in which two sources read alternately, `A` and `C` for the codes and `T` and `U` for the sources.
    private func take(_ rows: (BatchStock) -> String) async throws -> [String] {
        var shelves: [String] = []
        try await ScratchCirculation.with { scratch in
            let stock = try await BatchStock(in: scratch)
            _ = try await BatchBed.take(rows(stock), in: scratch)
            for box in stock.boxes.prefix(2) { shelves.append(try await BatchBed.shelf(of: box, in: scratch)) }
        }
        return shelves
    }

    /// What Opticon's terminals write: code, serial number, time, date.
    @Test func aSerialNumberWithoutAHeaderSeparatesTerminals() async throws {
        let shelves = try await take { stock in
            """
            \(stock.shelves[0]),003278,14:41:00,27/11/2025
            \(stock.shelves[1]),004411,14:41:05,27/11/2025
            \(stock.boxes[0]),003278,14:41:07,27/11/2025
            \(stock.boxes[1]),004411,14:41:09,27/11/2025
            """
        }
        #expect(shelves == ["One", "Two"])
    }

    @Test func theSerialNumberMayStandFirst() async throws {
        let shelves = try await take { stock in
            """
            003278;2025-11-27 14:41:00;\(stock.shelves[0])
            004411;2025-11-27 14:41:05;\(stock.shelves[1])
            003278;2025-11-27 14:41:07;\(stock.boxes[0])
            004411;2025-11-27 14:41:09;\(stock.boxes[1])
            """
        }
        #expect(shelves == ["One", "Two"])
    }

    @Test func aSerialNumberSeparatesTerminalsWithoutTimesToo() async throws {
        let shelves = try await take { stock in
            """
            \(stock.shelves[0]),OPN-3278
            \(stock.shelves[1]),OPN-4411
            \(stock.boxes[0]),OPN-3278
            \(stock.boxes[1]),OPN-4411
            """
        }
        #expect(shelves == ["One", "Two"])
    }

    @Test(arguments: ["user", "Operator", "station", "Work station", "Device ID", "terminal_id"])
    func aColumnOfUsersOrStationsSeparatesThem(name: String) async throws {
        let shelves = try await take { stock in
            """
            barcode,time,\(name)
            \(stock.shelves[0]),2025-11-27 14:41:00,anna
            \(stock.shelves[1]),2025-11-27 14:41:05,bert
            \(stock.boxes[0]),2025-11-27 14:41:07,anna
            \(stock.boxes[1]),2025-11-27 14:41:09,bert
            """
        }
        #expect(shelves == ["One", "Two"])
    }

    @Test func oneTerminalWithTwoUsersHasTwoShelves() async throws {
        let shelves = try await take { stock in
            """
            barcode,time,scanner,user
            \(stock.shelves[0]),2025-11-27 14:41:00,t1,anna
            \(stock.shelves[1]),2025-11-27 14:41:05,t1,bert
            \(stock.boxes[0]),2025-11-27 14:41:07,t1,anna
            \(stock.boxes[1]),2025-11-27 14:41:09,t1,bert
            """
        }
        #expect(shelves == ["One", "Two"])
    }

    /// The upload of one terminal behind that of another, each with its own header.
    @Test func aSecondHeaderBeginsAnotherUpload() async throws {
        let shelves = try await take { stock in
            """
            barcode,time
            \(stock.shelves[0]),2025-11-27 14:41:00
            \(stock.boxes[0]),2025-11-27 14:41:09
            barcode,time
            \(stock.shelves[1]),2025-11-27 14:41:05
            \(stock.boxes[1]),2025-11-27 14:41:14
            """
        }
        #expect(shelves == ["One", "Two"])
    }

    /// The second name stands where a code could stand.
    @Test func aSecondNameInThePortableFormatIsNoCode() async throws {
        let shelves = try await take { stock in
            """
            ASP 1
            DATE251127
            TIME144100
            S\(stock.shelves[0])
            ASP 2
            DATE251127
            TIME144105
            S\(stock.shelves[1])
            R\(stock.boxes[1])
            ASP 1
            DATE251127
            TIME144107
            R\(stock.boxes[0])
            """
        }
        #expect(shelves == ["One", "Two"])
    }

    @Test func aDownloadWithoutANameDoesNotUseTheShelfOfTheOneBefore() async throws {
        let shelves = try await take { stock in
            """
            DATE251127
            TIME1441
            S\(stock.shelves[0])
            R\(stock.boxes[0])
            EOF
            DATE251127
            TIME1442
            R\(stock.boxes[1])
            """
        }
        #expect(shelves == ["One", "nowhere"])
    }
}
