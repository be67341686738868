import Localization
import StubDaemon
import Testing
import Wire

@testable import Commands
@testable import Terminal

@Suite struct OutputTests {
    @Test func coloursOnlyWhereTheyAreWanted() {
        #expect(Output.isColoured(isTerminal: true) { _ in nil })
        #expect(!Output.isColoured(isTerminal: false) { _ in nil })
        #expect(!Output.isColoured(isTerminal: true) { $0 == "NO_COLOR" ? "1" : nil })
        #expect(Output.isColoured(isTerminal: true) { $0 == "NO_COLOR" ? "" : nil })
        #expect(!Output.isColoured(isTerminal: true) { $0 == "TERM" ? "dumb" : nil })
    }

    @Test func rendersStyles() {
        let line = StyledText("refused", .bad).padded(to: 9) + StyledText(" why")
        #expect(line.rendered(coloured: false) == "refused   why")
        #expect(line.rendered(coloured: true) == "\u{1B}[1;31mrefused\u{1B}[0m   why")
    }

    @Test func saysTimesForPeople() {
        #expect(Moment.of("2026-11-21T05:50:09.123Z").shown == "2026-11-21 05:50 UTC")
        #expect(Moment.of("2026-11-21T05:50:09+01:00").shown == "2026-11-21 04:50 UTC")
        #expect(Moment.of("soon").shown == "soon")
        #expect(Moment.clock("2026-11-21T05:50:09Z") == "05:50:09")
    }

    @Test(arguments: [
        ("location", ["Room 1", "Shelf 3"], "is in Room 1 › Shelf 3"),
        ("custodian", ["R. Okafor"], "is with R. Okafor"),
        ("inTransit", [], "is in transit"), ("unknown", [], "is unknown"), ("disposed", [], "was disposed of"),
        ("orbit", [], "is orbit"),
    ])
    func saysWhereThingsAre(kind: String, path: [String], words: String) {
        let placement = PlacementResource(kind: kind, barcode: nil, path: path)
        #expect("\(placement.verb.english) \(placement.words.english)" == words)
    }

    /// Programs learn it by the status and on standard error, whatever form they asked for; a failure keeps its own status.
    @Test(arguments: [[], ["--json"], ["--quiet"]])
    func aLogThatIsNotTrustedIsReported(format: [String]) async throws {
        let body = Samples.whereabouts
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(API.logHeader): \(API.untrusted)\r\n"
        let answer = Array((head + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n" + body).utf8)
        try await StubDaemon { _ in .raw(answer) }.serve { stub in
            let told = try await Program.run(["where", "BX0000000014", "--socket", stub.path] + format)
            #expect(told.status == 6)
            #expect(!told.output.isEmpty)
            #expect(told.errors.contains("outguided does not trust its log"))
            #expect(format != ["--json"] || told.errors.contains(#""kind":"untrusted-log""#), "\(told.errors)")
        }
        let detail = #"{"detail":"cannot find it","kind":"not-found","status":404,"title":"-","type":"about:blank"}"#
        let refused =
            "HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\n\(API.logHeader): \(API.untrusted)\r\n"
            + "Content-Length: \(detail.utf8.count)\r\nConnection: close\r\n\r\n" + detail
        try await StubDaemon { _ in .raw(Array(refused.utf8)) }.serve { stub in
            let told = try await Program.run(["where", "BX0000000014", "--socket", stub.path] + format)
            #expect(told.status == 3)
            #expect(told.errors.contains("outguided does not trust its log"))
            #expect(told.errors.contains("cannot find it"))
        }
    }
}
