import Testing

@testable import DaemonClient

@Suite struct EventStreamParserTests {
    @Test(arguments: ["\n", "\r", "\r\n"])
    func readsEventsWhateverEndsTheLines(end: String) throws {
        let lines = [
            "event: entry", "id: 7", "data: {\"a\":1}", "", ": keep-alive", "", "event:outcome", "data:x", "data: y",
            "",
        ]
        var parser = EventStreamParser()
        let events = try parser.take(Array((lines.joined(separator: end) + end).utf8))
        #expect(
            events == [
                ServerSentEvent(name: "entry", data: "{\"a\":1}"), ServerSentEvent(name: "outcome", data: "x\ny"),
            ]
        )
    }

    @Test func readsTheSameHoweverTheBytesArrive() throws {
        let bytes = Array("event: entry\r\ndata: Grüße\r\n\r\n\r\ndata: no name\r\n\r\n".utf8)
        let expected = [ServerSentEvent(name: "entry", data: "Grüße"), ServerSentEvent(name: "", data: "no name")]
        for cut in 0...bytes.count {
            var parser = EventStreamParser()
            let events = try parser.take(bytes[..<cut]) + parser.take(bytes[cut...])
            #expect(events == expected, "cut at \(cut)")
        }
    }

    @Test func saysNothingForAnEventWithoutData() throws {
        var parser = EventStreamParser()
        #expect(try parser.take(Array("event: entry\n\ndata\n\n".utf8)) == [ServerSentEvent(name: "", data: "")])
    }

    @Test func keepsNoMoreThanItMay() throws {
        var parser = EventStreamParser(longestEvent: 16)
        #expect(try parser.take(Array("data: 0123456789\n\n".utf8)).count == 1)
        #expect(throws: EventStreamParser.Overflow.self) { try parser.take(Array("data: 01234567890\n\n".utf8)) }
        var many = EventStreamParser(longestEvent: 16)
        #expect(throws: EventStreamParser.Overflow.self) {
            try many.take(Array("data: 0123\ndata: 4567\ndata: 89".utf8))
        }
    }
}
