import Barcodes
import Testing

@testable import Scanning

/// Lines of one symbol, codes of one memory, and codes that a person scans.
@Suite struct ReadingBurstTests {
    /// Sends texts to a burst with pauses between them, in milliseconds.
    private struct Scanner {
        var burst: ReadingBurst
        var pace = Pace()
        var time: Int64 = 0

        init(_ habits: SymbolHabits = SymbolHabits()) { burst = ReadingBurst(habits) }

        mutating func send(
            _ text: String,
            after pause: Int64 = 1,
            ending: ScanEnding = .carriageReturn,
            keyEvery step: Int64 = 1
        ) -> [BurstOutcome] {
            begin(text, after: pause, keyEvery: step)
            return burst.take(.reading(ScanReading(text: text, time: time, ending: ending)), pace)
        }

        mutating func fail(_ text: String, _ rejection: ScanRejection, after pause: Int64 = 1) -> [BurstOutcome] {
            begin(text, after: pause, keyEvery: 1)
            return burst.take(.rejection(rejection), pace)
        }

        mutating func report(
            _ text: String,
            _ symbology: String? = nil,
            isFull: Bool,
            after pause: Int64 = 1
        ) throws -> [BurstOutcome] {
            time += pause * 1_000
            pace.note(time, isWithin: false)
            let identifier = symbology.flatMap { AIMIdentifier.split($0)?.identifier }
            let reading = try ScanReading(
                bytes: Array(text.utf8),
                symbology: identifier,
                time: time,
                ending: .report,
                fillsReport: isFull
            )
            return burst.take(.reading(reading), pace)
        }

        private mutating func begin(_ text: String, after pause: Int64, keyEvery step: Int64) {
            for index in text.indices {
                time += (index == text.startIndex ? pause : step) * 1_000
                pace.note(time, isWithin: index != text.startIndex)
            }
        }
    }

    private static func texts(_ outcomes: [BurstOutcome]) -> [String] {
        outcomes.map { outcome in
            switch outcome {
            case .readings(let readings): readings.map(\.text).joined(separator: "+")
            case .refused(let readings, let rejection):
                "\(readings.map(\.text).joined(separator: "+")) \(kind(of: rejection))"
            }
        }
    }

    private static func kind(of rejection: ScanRejection) -> String {
        switch rejection {
        case .partOfSymbol: "is a part"
        case .afterRefusal: "is after a refusal"
        case .identifierMissing: "lacks its identifier"
        case .severalCodes: "are several"
        default: "is refused"
        }
    }

    @Test func aCodeIsHeldUntilNothingFollowsIt() {
        var scanner = Scanner()
        #expect(scanner.send("A1").isEmpty)
        #expect(scanner.burst.isHolding)
        #expect(Self.texts(scanner.burst.release()) == ["A1"])
        #expect(!scanner.burst.isHolding)
        #expect(scanner.send("B2", after: 400).isEmpty)
        // What comes late tells of the pause as a release does.
        #expect(Self.texts(scanner.send("C3", after: 400)) == ["B2"])
    }

    @Test(arguments: [
        ["]Q1delivery note", "BX000000003Z"], ["]Q1BX000000003Z", "delivery note"],
        ["]d1BX000000003Z", "BX000000004Y", "BX000000005X"], ["]L0", "BX000000003Z"],
    ])
    func withIdentifiersALineWithoutOneIsOfTheSymbolBefore(lines: [String]) {
        var scanner = Scanner()
        let outcomes = lines.flatMap { scanner.send($0) } + scanner.burst.release()
        #expect(Self.texts(outcomes).first == "\(lines[0])+\(lines[1]) is a part")
        #expect(Self.texts(outcomes).dropFirst().allSatisfy { $0.hasSuffix("is after a refusal") })
        // The next symbol is read.
        _ = scanner.send("]C0BX000000004Y", after: 400)
        #expect(Self.texts(scanner.burst.release()) == ["]C0BX000000004Y"])
    }

    @Test func withIdentifiersCodesThatFollowAtOnceAreSymbolsOfTheirOwn() {
        var scanner = Scanner()
        let outcomes = (1...5).flatMap { scanner.send("]C0BX\($0)") } + scanner.burst.release()
        #expect(Self.texts(outcomes) == (1...5).map { "]C0BX\($0)" })
    }

    @Test func aScannerThatSendsIdentifiersMissesOneOnceOnly() {
        var scanner = Scanner()
        _ = scanner.send("]Q1note")
        // The next line comes so slowly that it seems a code of its own.
        #expect(Self.texts(scanner.send("BX1", after: 500)) == ["]Q1note", "BX1 lacks its identifier"])
        // Whoever set the scanner up anew scans it once more.
        #expect(scanner.send("BX1", after: 500).isEmpty)
        #expect(Self.texts(scanner.burst.release()) == ["BX1"])
    }

    @Test(arguments: [ScanEnding.lineFeed, .tab, .carriageReturnLineFeed])
    func anotherEndWithinABurstIsNoSuffix(ending: ScanEnding) {
        var scanner = Scanner()
        _ = scanner.send("BX000000003Z", ending: ending)
        #expect(Self.texts(scanner.send("LC000000001H")) == ["BX000000003Z+LC000000001H is a part"])
    }

    @Test func aMemoryThatIsEmptiedIsOneBurst() {
        var scanner = Scanner(SymbolHabits(sendsMemory: true))
        let outcomes = (1...20).flatMap { scanner.send("BX\($0)") } + scanner.burst.release()
        #expect(outcomes.count == 1)
        // No symbol is longer: what is more than that is not held.
        let many = (1...2_000).map { "BX\($0 + 10_000)" }
        let parts = many.flatMap { scanner.send($0) } + scanner.burst.release()
        #expect(parts.count > 1)
        #expect(Self.texts(parts).flatMap { $0.split(separator: "+").map { String($0) } } == many)
    }

    @Test func whatIsRefusedTakesItsBurstAlong() {
        var scanner = Scanner()
        _ = scanner.send("BX1")
        #expect(Self.texts(scanner.fail("B\u{1d}", .controlCharacter(29))) == ["BX1 is refused"])
        #expect(Self.texts(scanner.send("LC1")) == ["LC1 is after a refusal"])
        #expect(scanner.fail("x", .noEnding).isEmpty)
        #expect(scanner.send("LC1", after: 500).isEmpty)
        #expect(Self.texts(scanner.burst.release()) == ["LC1"])
    }

    @Test func aSlowScannerHasLongerPausesBetweenItsLinesToo() {
        var slow = Scanner()
        _ = slow.send("]Q1note", keyEvery: 40)
        #expect(Self.texts(slow.send("BX1", after: 100)) == ["]Q1note+BX1 is a part"])
        var quick = Scanner()
        _ = quick.send("]Q1note")
        #expect(Self.texts(quick.send("]C0BX1", after: 100)) == ["]Q1note"])
    }

    @Test func aReportThatIsFullMayGoOn() throws {
        var scanner = Scanner()
        _ = try scanner.report(String(repeating: "A", count: 56), "]Q1", isFull: true)
        let outcomes = try scanner.report("BX000000003Z", "]Q1", isFull: false)
        #expect(Self.texts(outcomes).first?.hasSuffix("+BX000000003Z is a part") == true)
        _ = try scanner.report(String(repeating: "B", count: 56), isFull: true, after: 500)
        #expect(Self.texts(try scanner.report("BX1", isFull: false, after: 500)).count == 1)
        #expect(Self.texts(try scanner.report("BX2", isFull: false)) == ["BX1+BX2 are several"])
    }

    // MARK: what is certain

    private static let box = "BX000000003Z"
    private static let shelf = "LC000000001H"

    /// Nothing that comes later can belong to such a symbol: whoever scanned it waits for nothing.
    @Test(arguments: [
        "]C0\(box)", "]C0\(shelf)", "]G0\(box)", "]A7\(box)", "]E05901234123457", "]E412345670", "]I112345678",
        "]F0A123B", "]H0123-4", "]M0123", "]S0123", "]A0CASE-17", "]C100340123450000000017", "]e00112345678901231",
    ])
    func aWholeSymbolIsNotHeld(text: String) {
        var scanner = Scanner()
        #expect(Self.texts(scanner.send(text)) == [text])
        #expect(!scanner.burst.isHolding)
        // What comes at once all the same is of no symbol of this scanner.
        #expect(Self.texts(scanner.send(Self.box)) == ["\(Self.box) is a part"])
    }

    @Test(arguments: [
        box, shelf, "]Q1\(box)", "]d1\(box)", "]L0\(box)", "]z0\(box)", "]C0BX0000000034", "]C0BX00000000",
        "]C0CASE-17", "]A4CASE-17", "]G0CASE-17", "]e1\(box)", "]X0\(box)", "BX0000000034", "CASE-17", "]C0\(box)1",
    ])
    func whatMayGoOnIsHeld(text: String) {
        var scanner = Scanner()
        #expect(scanner.send(text).isEmpty)
        #expect(scanner.burst.isHolding)
        #expect(
            Self.texts(scanner.send("more")) == ["\(text)+more \(text.hasPrefix("]") ? "is a part" : "are several")"]
        )
    }

    @Test func whatStandsBetweenSTXAndETXIsWhole() {
        var scanner = Scanner()
        for text in ["CASE-17", Self.box, "note", "]Q1note", "BX1"] {
            #expect(Self.texts(scanner.send(text, ending: .etx)) == [text])
        }
    }

    @Test func aNumberInAReportWithRoomLeftIsWhole() throws {
        var scanner = Scanner()
        for symbology in [nil, "]C0", "]Q1"] {
            #expect(Self.texts(try scanner.report(Self.box, symbology, isFull: false, after: 500)) == [Self.box])
        }
        #expect(try scanner.report(Self.box, isFull: true, after: 500).isEmpty)
        #expect(Self.texts(try scanner.report("note", isFull: false, after: 500)) == [Self.box])
        #expect(scanner.burst.isHolding)
    }

    /// A certain code is not told before a code that came before it, nor after one that came later.
    @Test func codesStayInTheirOrder() {
        var scanner = Scanner()
        #expect(scanner.send("]Q1note").isEmpty)
        #expect(Self.texts(scanner.send("]C0\(Self.box)")) == ["]Q1note", "]C0\(Self.box)"])
        #expect(scanner.send("]Q1other").isEmpty)
        #expect(Self.texts(scanner.burst.release()) == ["]Q1other"])
    }

    // MARK: several codes

    @Test(arguments: [[box, shelf], ["CASE-17", "CASE-18"], [shelf, box, box], [box, "note"], ["note", box]])
    func severalCodesWithoutIdentifiersMayBeOneSymbol(codes: [String]) {
        var scanner = Scanner()
        let outcomes = codes.flatMap { scanner.send($0) } + scanner.burst.release()
        #expect(Self.texts(outcomes).first == "\(codes[0])+\(codes[1]) are several")
        #expect(Self.texts(outcomes).dropFirst().allSatisfy { $0.hasSuffix("is after a refusal") })
    }

    @Test func aScannerThatReadsLinearSymbolsOnlyIsAnsweredAtOnce() {
        var scanner = Scanner(SymbolHabits(readsLinearOnly: true))
        for code in [Self.shelf, Self.box, Self.box] { #expect(Self.texts(scanner.send(code)) == [code]) }
        // A code of somebody else has no check character that shows where it ends.
        #expect(scanner.send("CASE-17", after: 500).isEmpty)
        #expect(Self.texts(scanner.send("CASE-18")) == ["CASE-17+CASE-18 are several"])
    }

    @Test func lettersBeforeEachSymbolShowWhereItBegins() {
        var scanner = Scanner(SymbolHabits(marksEachSymbol: true))
        #expect(scanner.send("CASE-17").isEmpty)
        #expect(Self.texts(scanner.send("CASE-18")) == ["CASE-17"])
        #expect(Self.texts(scanner.fail("note", .affixMissing(ScanAffixes(prefix: "D")))) == ["CASE-18 is refused"])
    }
}
