import Glibc
import Localization
import Testing

@testable import Terminal

@MainActor @Suite struct LineReaderTests {
    /// The lines that come out when `bytes` go in.
    private func lines(_ bytes: [UInt8]) throws -> [InputLine] {
        var ends: [CInt] = [0, 0]
        try #require(pipe(&ends) == 0)
        try #require(write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        defer { close(ends[0]) }
        let reader = LineReader(descriptor: ends[0])
        var lines: [InputLine] = []
        while let line = try reader.next() { lines.append(line) }
        #expect(reader.count == lines.count)
        return lines
    }

    @Test func takesEveryEndOfALine() throws {
        #expect(try lines(Array("a\nb\r\n\r\n\nc\rd".utf8)) == [.text("a"), .text("b"), .text("c"), .text("d")])
        #expect(try lines([]).isEmpty)
        #expect(try lines(Array("\r\n\n".utf8)).isEmpty)
    }

    @Test func keepsInvalidBytesAsMarks() throws {
        #expect(try lines([0x41, 0xFF, 0x42, 0x0A]) == [.text("A\u{FFFD}B")])
    }

    @Test func throwsLongLinesAwayAndGoesOn() throws {
        let longest = [UInt8](repeating: 0x41, count: LineReader.longestLine)
        #expect(try lines(longest + [10, 0x42]) == [.text(String(repeating: "A", count: 1_024)), .text("B")])
        #expect(try lines(longest + [0x41, 10, 0x42]) == [.tooLong, .text("B")])
        #expect(try lines([UInt8](repeating: 0x41, count: 50_000)) == [.tooLong])
    }

    @Test func saysWhatCannotBeRead() throws {
        let reader = LineReader(descriptor: -1)
        let failure = StreamError.cannotRead(name: .standardInput, reason: Message(verbatim: "Bad file descriptor"))
        #expect(throws: failure) { try reader.next() }
        #expect(failure.description == "cannot read standard input: Bad file descriptor")
    }
}
