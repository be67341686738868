import Testing
import Wire

@testable import Commands

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
        #expect(Moment.of("2026-11-21T05:50:09.123Z") == "2026-11-21 05:50 UTC")
        #expect(Moment.of("2026-11-21T05:50:09+01:00") == "2026-11-21 04:50 UTC")
        #expect(Moment.of("soon") == "soon")
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
        #expect("\(placement.verb) \(placement.words)" == words)
    }
}
