import Localization
import Testing
import Vocabulary

@testable import ReadingFiles

@Suite struct ReadingFileTests {
    private static let utc = LocalClock(secondsEastOfUTC: 0)

    private static func parse(
        _ text: String,
        format: ReadingFileFormat? = nil,
        dates: ReadingFileOptions.DateOrder? = nil,
        clock: LocalClock = utc
    ) throws -> ReadingFile {
        try ReadingFile(
            parsing: Array(text.utf8),
            options: ReadingFileOptions(format: format, dates: dates, clock: clock)
        )
    }

    private static func shown(_ line: ReadingFileLine) -> String {
        let role = line.role.map { " \($0.rawValue)" } ?? ""
        let time = line.occurredAt.map { " " + $0.rfc3339.prefix(19) } ?? ""
        let scanner = line.scanner.map { " by \($0)" } ?? ""
        return "\(line.number) \(String(decoding: line.bytes, as: UTF8.self))\(time)\(role)\(scanner)"
    }

    /// The example of the manual of Content Manager 23.3, with a second download behind it.
    private static let portable = """
        ASP PPBCR
        DATE960422
        TIME120806
        S450000008
        R45000000U

        LC000000001H
        DATE960422
        TIME1214
        S450000008
        ST0000000012
        \u{1A}
        SECOND
        DATE260101
        TIME000000
        R45000001L
        EOF
        """

    @Test func thePortableFormatIsTakenAsItIs() throws {
        let file = try Self.parse(Self.portable.replacing("\n", with: "\r\n"))
        #expect(file.format == .portable)
        #expect(
            file.lines.map(Self.shown) == [
                "4 S450000008 1996-04-22T12:08:06 place by ASP PPBCR",
                "5 R45000000U 1996-04-22T12:08:06 thing by ASP PPBCR",
                "7 LC000000001H 1996-04-22T12:08:06 by ASP PPBCR",
                "10 S450000008 1996-04-22T12:14:00 place by ASP PPBCR",
                // What was minted begins with letters of its own.
                "11 ST0000000012 1996-04-22T12:14:00 by ASP PPBCR",
                "16 R45000001L 2026-01-01T00:00:00 thing by SECOND",
            ]
        )
    }

    @Test(arguments: [
        ("A\nB", ["1 A", "2 B"]), ("\u{FEFF}A\r\n\r\n  B \r", ["1 A", "3 B"]), ("A", ["1 A"]),
        ("A,2026-11-21 14:41:03\nB,2026-11-21T14:41:04", ["1 A 2026-11-21T14:41:03", "2 B 2026-11-21T14:41:04"]),
        (
            "Barcode;Time\r\n\"A;1\";2026-11-21 14:41\r\n\"B\"\"2\" ; 2026-11-21 14:42:01.5",
            ["2 A;1 2026-11-21T14:41:00", "3 B\"2 2026-11-21T14:42:01"]
        ),
        ("time\tcode\tserial\n20261121144103\tA\t007", ["2 A 2026-11-21T14:41:03 by 007"]),
        ("A,21.11.2026 10:00", ["1 A 2026-11-21T10:00:00"]), ("A,,,", ["1 A"]),
        ("A,2026-11-21T14:41:03+02:00", ["1 A 2026-11-21T12:41:03"]),
        ("A,2026-11-21T14:41:03Z", ["1 A 2026-11-21T14:41:03"]),
        ("\"A\nB\",x", ["1 \"A", "2 B\",x"]), ("date,time,barcode\n2026-11-21,0915,A", ["2 A 2026-11-21T09:15:00"]),
    ])
    func linesAndSeparatedValuesAreToldApart(text: String, lines: [String]) throws {
        #expect(try Self.parse(text).lines.map(Self.shown) == lines)
    }

    @Test func aCodeInQuotationMarksMayHoldALineFeed() throws {
        let file = try Self.parse("\"A\nB\",x\nC,x", format: .csv)
        #expect(file.lines.map(Self.shown) == ["1 A\nB", "3 C"])
    }

    /// The default of Opticon's memory scanners: code, serial number, time, date.
    @Test func datesWithSlashesNeedTheirOrder() throws {
        let text = "8710841030181,003278,14:41:03,03/11/2009"
        let dayFirst = try Self.parse(text, dates: .dayFirst)
        #expect(dayFirst.lines.map(Self.shown) == ["1 8710841030181 2009-11-03T14:41:03"])
        let monthFirst = try Self.parse(text, dates: .monthFirst)
        #expect(monthFirst.lines.map(Self.shown) == ["1 8710841030181 2009-03-11T14:41:03"])
        #expect(throws: ReadingFileError.self) { try Self.parse(text) }
    }

    @Test func aClockAheadOfUTCIsSetBack() throws {
        let file = try Self.parse("A,2026-01-01 00:30", clock: LocalClock(secondsEastOfUTC: 3_600))
        #expect(file.lines.map(Self.shown) == ["1 A 2025-12-31T23:30:00"])
    }

    @Test func linesAreReplayedInTheOrderOfTheirTimes() throws {
        let rows = "code,time,serial\nC,2026-01-03 00:00,1\nA,2026-01-01 00:00,1\nB,2026-01-02 00:00,1"
        let file = try Self.parse(rows)
        #expect(file.replayed.map { String(decoding: $0.bytes, as: UTF8.self) } == ["A", "B", "C"])
        // Which of two lines of one time came first is not in it.
        #expect(throws: ReadingFileError.self) { try Self.parse(rows + "\nD,2026-01-02 00:00,1") }
        let plain = try Self.parse("C\nA")
        #expect(plain.replayed == plain.lines)
    }

    @Test(arguments: [
        ("", nil), ("\n \r\n", nil), ("A\u{0}B", nil), ("DATE260101\nA", 2), ("DATE260101\nTIME2500\nA", 2),
        ("DATE260231\nTIME1200\nA", 2), ("TIME1200\nDATE260101\nA", 1), ("X\nY\nDATE260101", 2),
        ("A,2026-02-30 10:00", nil), ("A,2026-11-21 10:00\nB,2026-13-01 10:00", 2), ("A,2026-11-21 10:00\nB,", 2),
        ("A,2026-11-21 10:00\n,2026-11-21 10:00", 2), ("\"A,1", 1), ("x,\"A\"B", 1), ("time,x\n2026-11-21 10:00,A", 1),
        ("A,2026-11-21 24:00\nB,c", nil),
    ])
    func whatCannotBeUnderstoodIsNamedWithItsLine(text: String, line: Int?) throws {
        do {
            let file = try Self.parse(text)
            // What does not look like a time at all is only another column.
            #expect(line == nil && file.lines.allSatisfy { $0.occurredAt == nil })
        } catch {
            guard let line else { return }
            guard case .wrongLine(let found, _) = error as? ReadingFileError else {
                Issue.record("\(error)")
                return
            }
            #expect(found == line)
        }
    }

    @Test func sizesAreBounded() throws {
        let many = String(repeating: "A\n", count: ReadingFile.mostLines + 1)
        #expect(throws: ReadingFileError.tooManyLines) { try Self.parse(many) }
        #expect(throws: ReadingFileError.tooManyLines) { try Self.parse(many.replacing("A", with: "A,B")) }
        let stamped = "DATE260101\nTIME1200\n" + many
        #expect(throws: ReadingFileError.tooManyLines) { try Self.parse(stamped) }
        #expect(throws: ReadingFileError.tooLong) {
            try ReadingFile(
                parsing: [UInt8](repeating: 65, count: ReadingFile.longest + 1),
                options: ReadingFileOptions()
            )
        }
        #expect(throws: ReadingFileError.wrongLine(1, Message("it has too many fields"))) {
            try Self.parse(String(repeating: "A,", count: 1_000))
        }
        #expect(throws: ReadingFileError.notText) {
            try ReadingFile(parsing: [0xFF, 0xFE, 65, 1], options: ReadingFileOptions())
        }
    }

    /// Whatever comes, there is an answer, and it keeps to the bounds.
    @Test func randomFilesNeverTrap() throws {
        let pieces: [[UInt8]] = [
            Array("DATE260101".utf8), Array("TIME1200".utf8), Array("\n".utf8), Array("\r\n".utf8), Array(",".utf8),
            Array("\"".utf8), Array(";".utf8), Array("2026-11-21 10:00".utf8), Array("21/11/2026".utf8), [0x1A],
            Array("S450".utf8), Array("BX0000000014".utf8), Array("barcode".utf8), Array("10:00".utf8), [0xFF], [0xC3],
            Array("\t".utf8), Array("+99:99".utf8), Array(":".utf8), Array("Z".utf8), Array(".".utf8),
        ]
        for seed in 0..<3_000 as Range<UInt64> {
            var generator = SplitMix(state: seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                bytes += pieces.randomElement(using: &generator) ?? []
            }
            let options = ReadingFileOptions(
                format: (ReadingFileFormat.allCases + [nil]).randomElement(using: &generator) ?? nil,
                dates: (ReadingFileOptions.DateOrder.allCases + [nil]).randomElement(using: &generator) ?? nil,
                clock: Self.utc
            )
            guard let file = try? ReadingFile(parsing: bytes, options: options) else { continue }
            #expect(!file.lines.isEmpty && file.lines.allSatisfy { !$0.bytes.isEmpty }, "seed \(seed)")
            #expect(file.replayed.count == file.lines.count, "seed \(seed)")
        }
    }

    /// Steele, Lea and Flood's SplitMix64.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
