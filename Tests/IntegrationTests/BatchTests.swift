import Foundation
import TestSupport
import Testing

/// Files of portable terminals, with the real command line and the real daemon.
@Suite struct BatchTests {
    private static let portable = "ASP\r\nDATE260102\r\nTIME100000\r\nS%@\r\nR%@\r\nR%@\r\n\u{1A}"

    @Test func aFileIsTakenOnceAcrossRestarts() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf 3", "--quiet").answer
            let boxes = ["BX000000050N", try await bed.outguide("container", "add", "--quiet").answer]
            let path = bed.scratch("upload.txt")
            try String(format: Self.portable, shelf, boxes[0], boxes[1])
                .write(toFile: path, atomically: true, encoding: .utf8)
            let first = try await bed.outguide("scan", "--file", path, "--utc-offset", "-01:00", "--station", "vault")
            #expect(first.status == 0)
            #expect(first.lines.count == 4)
            #expect(first.lines.last == "3 accepted, 0 to look at, 0 refused")
            #expect(first.output.contains("2026-01-02 11:00 UTC"))

            try await bed.kill()
            try await bed.start()
            let again = try #require(
                try await bed.json("scan", "--file", path, "--utc-offset", "-01:00") as? [String: Any]
            )
            #expect(again["batch"] is NSNull)
            #expect(again["takenBefore"] as? Int == 3)
            #expect(again["format"] as? String == "portable")
            let results = try #require(again["results"] as? [[String: Any]])
            #expect(results.allSatisfy { $0["isNew"] as? Bool == false })
            #expect(results.map { $0["line"] as? Int } == [4, 5, 6])

            let history = try #require(try await bed.json("history", boxes[0]) as? [[String: Any]])
            #expect(history.map { $0["kind"] as? String } == ["relocated", "registered"])
            #expect(history.first?["occurredAt"] as? String == "2026-01-02T11:00:00.000000Z")
            #expect(history.first?["station"] as? String == "vault")
            #expect(history.first?["scanner"] as? String == "ASP")
            let repeated = try await bed.outguide("scan", "--file", path, "--again", "--quiet")
            #expect(repeated.status == 0)
            #expect(repeated.lines == [shelf] + boxes)
        }
    }

    @Test func whatIsRefusedOrOlderIsListed() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let other = try await bed.outguide("location", "add", "--name", "Other", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--quiet").answer
            _ = try await bed.outguide("scan", input: "\(other)\n\(box)\n")
            let rows =
                "barcode,time\n\(shelf),2026-01-02 10:00Z\n\(box),2026-01-02 10:01Z\nnobody's,2026-01-02 10:02Z\n"
            let run = try await bed.outguide("scan", "--file", "-", input: rows)
            #expect(run.status == 1)
            #expect(run.output.contains("stays there"))
            #expect(run.lines.last == "1 accepted, 1 to look at, 1 refused, 1 in conflict with newer facts")
            let place = try #require(try await bed.json("where", box) as? [String: Any])
            #expect((place["placement"] as? [String: Any])?["barcode"] as? String == other)

            let wrong = try await bed.outguide("scan", "--file", "-", input: "A,2026-11-21 10:00\nB,2026-02-31 10:00\n")
            #expect(wrong.status == 64)
            #expect(wrong.errors.contains("line 2"))
            let ambiguous = try await bed.outguide("scan", "--file", "-", input: "A,1,10:00:00,05/06/2026\n")
            #expect(ambiguous.errors.contains("dmy or mdy"))
            #expect(try await bed.outguide("scan", "--file", "/nonexistent").status == 74)
            #expect(try await bed.outguide("scan", "--format", "csv").status == 64)
            let words = try await bed.outguide("scan", "--file", "-", "--format", "excel", input: "A\n")
            #expect(words.status == 64)
            #expect(words.errors.contains("lines, csv, portable"))
            #expect(try await bed.outguide("scan", "--file", "-", "--utc-offset", "1", input: "A\n").status == 64)
        }
    }
}
