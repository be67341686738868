import Foundation
import TestSupport
import Testing

/// What went wrong with files of terminals, with the real command line and the real daemon.
@Suite struct TerminalFileTests {
    private struct Stock {
        let shelves: [String]
        let boxes: [String]

        init(in bed: DaemonBed) async throws {
            var shelves: [String] = []
            for name in ["Shelf 1", "Shelf 2"] {
                shelves.append(try await bed.outguide("location", "add", "--name", name, "--quiet").answer)
            }
            var boxes: [String] = []
            for _ in 0..<4 { boxes.append(try await bed.outguide("container", "add", "--quiet").answer) }
            self.shelves = shelves
            self.boxes = boxes
        }
    }

    private static func shelf(of box: String, in bed: DaemonBed) async throws -> String? {
        let place = try #require(try await bed.json("where", box) as? [String: Any])
        return (place["placement"] as? [String: Any])?["barcode"] as? String
    }

    /// A day that is past by any zone, as terminals write it.
    private static func yesterday(_ format: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = format
        return formatter.string(from: Date(timeIntervalSinceNow: -2 * 86_400))
    }

    @Test func twoTerminalsInOneFileHaveShelvesOfTheirOwn() async throws {
        try await DaemonBed.with { bed in
            let stock = try await Stock(in: bed)
            let day = Self.yesterday("dd/MM/yyyy")
            let rows = """
                \(stock.shelves[0]),003278,14:41:00,\(day)
                \(stock.boxes[0]),003278,14:41:07,\(day)
                \(stock.boxes[1]),003278,14:41:12,\(day)
                \(stock.shelves[1]),004411,14:41:05,\(day)
                \(stock.boxes[2]),004411,14:41:09,\(day)
                \(stock.boxes[3]),004411,14:41:14,\(day)
                """
            let run = try await bed.outguide("scan", "--file", "-", "--dates", "dmy", input: rows)
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            for (box, shelf) in zip(stock.boxes, [0, 0, 1, 1]) {
                #expect(try await Self.shelf(of: box, in: bed) == stock.shelves[shelf])
            }
            let numbered = rows.replacing("003278", with: "1").replacing("004411", with: "2")
            let unclear = try await bed.outguide("scan", "--file", "-", "--dates", "dmy", input: numbered)
            #expect(unclear.status == 64)
            #expect(unclear.errors.contains("--columns"))
            let columns = ["code,serial,time,date", "code,colour", "code,,time"]
            for (names, status) in zip(columns, [0, 64, 64]) as Zip2Sequence<[String], [Int32]> {
                let run = try await bed.outguide(
                    "scan",
                    "--file",
                    "-",
                    "--dates",
                    "dmy",
                    "--columns",
                    names,
                    "--again",
                    input: numbered
                )
                #expect(run.status == status, "\(names): \(run.errors)")
            }
        }
    }

    @Test func aTimeThatIsNotUnderstoodIsNotNow() async throws {
        try await DaemonBed.with { bed in
            let stock = try await Stock(in: bed)
            let day = Self.yesterday("MM/dd/yyyy")
            let rows = "\(stock.shelves[0]),\(day) 2:41:03 PM\n\(stock.boxes[0]),\(day) 2:41:13 PM\n"
            let run = try await bed.outguide("scan", "--file", "-", "--dates", "mdy", input: rows)
            #expect(run.status == 0, "\(run.errors)")
            let history = try #require(try await bed.json("history", stock.boxes[0]) as? [[String: Any]])
            #expect(history.first?["kind"] as? String == "relocated")
            #expect(history.first?["backDated"] as? Bool == true)
            let wrong = try await bed.outguide(
                "scan",
                "--file",
                "-",
                "--dates",
                "dmy",
                input: "A,11/25/2025 2:41:03 PM\n"
            )
            #expect(wrong.status == 64)
            #expect(wrong.errors.contains("line 1") && wrong.errors.contains("11/25/2025 2:41:03 PM"))
            #expect(
                try await bed.outguide("scan", "--file", "-", input: "A,2000-01-01 00:00:10\n").errors.contains("--old")
            )
        }
    }

    @Test func aFileThatHasGrownContinuesWhereItEnded() async throws {
        try await DaemonBed.with { bed in
            let stock = try await Stock(in: bed)
            let first = "\(stock.shelves[0])\n\(stock.boxes[2])\n"
            let run = try await bed.outguide("scan", "--file", "-", input: first)
            #expect(run.status == 0)
            #expect(run.errors.contains("says no times"))
            _ = try await bed.outguide("move", stock.boxes[2], "--to", stock.shelves[1])
            let grown = first + "\(stock.boxes[3])\n"
            let more = try await bed.outguide("scan", "--file", "-", input: grown)
            #expect(more.lines.last?.contains("2 taken before") == true)
            #expect(try await Self.shelf(of: stock.boxes[2], in: bed) == stock.shelves[1])
            #expect(try await Self.shelf(of: stock.boxes[3], in: bed) == stock.shelves[0])
            // Another end: a person decides.
            let other = first + "\(stock.boxes[1])\n"
            let refused = try await bed.outguide("scan", "--file", "-", input: other)
            #expect(refused.status == 4)
            #expect(refused.errors.contains("--again") && refused.errors.contains("--continue"))
            let same = try await bed.outguide("scan", "--file", "-", "--continue", input: other)
            #expect(same.status == 0)
            #expect(try await Self.shelf(of: stock.boxes[2], in: bed) == stock.shelves[1])
            #expect(try await bed.outguide("scan", "--file", "-", "--continue", "--again", input: other).status == 64)
        }
    }
}
