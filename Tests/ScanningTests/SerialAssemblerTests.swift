import Testing

@testable import Scanning

@Suite struct SerialAssemblerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let framing: ScanFraming
        /// What comes; `~` is a pause, `|` one that nobody tells of, and `#` a damaged byte.
        let bytes: String
        let outcomes: [KeyResult]

        init(_ framing: ScanFraming, _ bytes: String, _ outcomes: [KeyResult]) {
            self.testDescription = "\(framing) \(bytes.debugDescription)"
            self.framing = framing
            self.bytes = bytes
            self.outcomes = outcomes
        }
    }

    static let cases: [Case] = [
        Case(.suffix, "AB\rCD\r", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(.suffix, "AB\r\nCD\r\n", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(.suffix, "AB\nCD\n", [.read("AB", .lineFeed), .read("CD", .lineFeed)]),
        Case(.suffix, "AB\tCD\t", [.tab("AB"), .tab("CD")]),
        Case(.suffix, "\u{2}AB\u{3}\r\n\u{2}CD\u{3}\r\n", [.read("AB", .etx), .read("CD", .etx)]),
        Case(.suffix, "]C0AB\r", [.read("]C0AB", .carriageReturn)]),
        Case(.suffix, "\r\n\r\n", []),
        Case(.suffix, "AB~CD\rEF\r", [.no(.noEnding), .no(.afterNoEnding), .read("EF", .carriageReturn)]),
        Case(.suffix, "AB~\rEF\r", [.no(.noEnding), .read("EF", .carriageReturn)]),
        Case(.suffix, "A#B\rEF\r", [.no(.lineNoise), .read("EF", .carriageReturn)]),
        Case(.suffix, "#EF\rGH\r", [.no(.lineNoise), .read("GH", .carriageReturn)]),
        Case(.suffix, "A\u{1b}B\rC\r", [.no(.controlCharacter(27)), .read("C", .carriageReturn)]),
        Case(.suffix, "Ärger\r", [.read("Ärger", .carriageReturn)]),
        Case(.carriageReturn, "AB\r\nCD\r", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(.carriageReturn, "A\nB\rC\r", [.no(.controlCharacter(10)), .read("C", .carriageReturn)]),
        Case(.lineFeed, "AB\nCD\r\n", [.read("AB", .lineFeed), .read("CD", .carriageReturnLineFeed)]),
        Case(.carriageReturnLineFeed, "AB\r\nCD\r\n", [.crLf("AB"), .crLf("CD")]),
        Case(.carriageReturnLineFeed, "\r\nCD\r\n", [.crLf("CD")]),
        Case(.carriageReturnLineFeed, "A\nB\r\nC\r\n", [.no(.controlCharacter(10)), .crLf("C")]),
        Case(.tab, "AB\tCD\t\r\nEF\t", [.tab("AB"), .tab("CD"), .tab("EF")]),
        Case(.stxEtx, "\u{2}AB\u{3}\u{2}CD\u{3}", [.read("AB", .etx), .read("CD", .etx)]),
        Case(.stxEtx, "X\u{2}AB\u{3}", [.no(.outsideFrame), .read("AB", .etx)]),
        Case(.stxEtx, "\u{2}X\u{2}AB\u{3}", [.no(.noEnding), .read("AB", .etx)]),
        Case(.stxEtx, "\u{2}X~\u{2}AB\u{3}", [.no(.noEnding), .read("AB", .etx)]),
        Case(.stxEtx, "\u{2}A\rB\u{3}\u{2}C\u{3}", [.no(.controlCharacter(13)), .read("C", .etx)]),
        Case(.stxEtx, "\u{2}AB\r\u{3}\u{2}CD\r\n\u{3}", [.read("AB", .etx), .read("CD", .etx)]),
        Case(.suffix, "\u{2}AB\t\u{3}\r\n\u{2}CD\n\u{3}", [.read("AB", .etx), .read("CD", .etx)]),
        Case(.stxEtx, "\u{2}A\r\r\u{3}\u{2}C\u{3}", [.no(.controlCharacter(13)), .read("C", .etx)]),
        Case(.stxCarriageReturn, "\u{2}AB\r\u{2}CD\r\n", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(
            .stxCarriageReturn,
            "\u{2}AB\r\u{3}\u{2}CD\r",
            [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]
        ),
        Case(.stxCarriageReturn, "X\r\u{2}AB\r", [.no(.outsideFrame), .read("AB", .carriageReturn)]),
        Case(.stxCarriageReturn, "\u{2}A\nB\r\u{2}C\r", [.no(.controlCharacter(10)), .read("C", .carriageReturn)]),
        Case(.stxCarriageReturn, "\u{2}X~\u{2}AB\r", [.no(.noEnding), .read("AB", .carriageReturn)]),
        Case(.escape, "AB\u{1b}CD\u{1b}\r\n", [.read("AB", .escape), .read("CD", .escape)]),
        Case(.escape, "A\rB\u{1b}C\u{1b}", [.no(.controlCharacter(13)), .read("C", .escape)]),
        Case(.suffix, "AB\r\0CD\r\0", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(.suffix, "\u{13}AB\r\u{11}|\u{4}CD\r", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(.suffix, "AB\r\u{3}CD\r\u{7}\u{6}\u{5}", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(.carriageReturn, "AB\r\tCD\r\n", [.read("AB", .carriageReturn), .read("CD", .carriageReturn)]),
        Case(.carriageReturnLineFeed, "AB\r\n\0\r\tCD\r\n", [.crLf("AB"), .crLf("CD")]),
        Case(.stxEtx, "\u{2}AB\u{3}\u{4}\0\r\u{2}CD\u{3}", [.read("AB", .etx), .read("CD", .etx)]),
        Case(.suffix, "\r\u{1b}CD\rE\r", [.no(.controlCharacter(27)), .read("E", .carriageReturn)]),
        Case(.suffix, "\u{1d}AB\rE\r", [.no(.controlCharacter(29)), .read("E", .carriageReturn)]),
        Case(.suffix, "A\0B\rE\r", [.no(.controlCharacter(0)), .read("E", .carriageReturn)]),
        Case(.suffix, "\r\u{c}|CD\r", [.no(.controlCharacter(12)), .no(.afterNoEnding)]),
        Case(.suffix, "\r\u{c}|\rE\r", [.no(.controlCharacter(12)), .read("E", .carriageReturn)]),
        Case(.idle, "AB~CD~", [.idle("AB"), .idle("CD")]),
        Case(.idle, "AB\r~CD~", [.read("AB", .carriageReturn), .idle("CD")]),
        Case(.idle, "A#B~CD~", [.no(.lineNoise), .idle("CD")]),
    ]

    static func outcomes(_ framing: ScanFraming, _ bytes: some Sequence<UInt8>) -> [KeyResult] {
        var assembler = SerialAssembler(framing: framing)
        var time: Int64 = 1
        return bytes.compactMap { byte -> ReadingOutcome? in
            switch byte {
            case UInt8(ascii: "~"): return assembler.fellSilent()
            case UInt8(ascii: "|"):
                time += 600_000
                return nil
            case UInt8(ascii: "#"): return assembler.take(.damaged, time: time)
            default: return assembler.take(.byte(byte), time: time)
            }
        }.map(KeyResult.init)
    }

    @Test(arguments: cases)
    func tellsReadingsFromFaults(_ example: Case) {
        #expect(Self.outcomes(example.framing, example.bytes.utf8) == example.outcomes)
    }

    @Test(arguments: ScanFraming.allCases)
    func whatIsTooLongIsRefusedOnce(framing: ScanFraming) {
        let long = [UInt8](repeating: 65, count: 100_000)
        let frame = framing.needsBeginning ? [2] + long + [3] : long + [13, 10, 9]
        let outcomes = Self.outcomes(framing, frame)
        #expect(outcomes.first == .no(.tooLong))
        #expect(outcomes.count == 1)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(Self.outcomes(.suffix, [0xe4, 13, 65, 13]) == [.no(.notText), .read("A", .carriageReturn)])
    }

    @Test func theLongestReadingMayHaveTheLongestCharacters() {
        let text = String(repeating: "𝄞", count: ScanReading.longest)
        #expect(Self.outcomes(.suffix, text.utf8 + [13]) == [.read(text, .carriageReturn)])
        #expect(Self.outcomes(.carriageReturnLineFeed, text.utf8 + [13, 10]) == [.crLf(text)])
    }

    @Test func theMarksOfATerminalTellDamage() {
        var marks = LineMarks()
        let bytes: [UInt8] = [65, 0xff, 0xff, 0xff, 0, 66, 67, 0xff, 0, 0, 0xff, 7, 68]
        #expect(
            bytes.compactMap { marks.take($0) } == [
                .byte(65), .byte(0xff), .damaged, .byte(67), .damaged, .damaged, .byte(68),
            ]
        )
    }

    @Test func aLineHasWhatScannersHave() throws {
        #expect(throws: SerialLineError.speed(9_601)) { try SerialLine(speed: 9_601) }
        #expect(throws: SerialLineError.dataBits(9)) { try SerialLine(dataBits: 9) }
        #expect(throws: SerialLineError.stopBits(0)) { try SerialLine(stopBits: 0) }
        #expect(try SerialLine() == .common)
    }
}
