import Barcodes
import Testing

@testable import Scanning

@Suite struct PointOfSaleAssemblerTests {
    private static let aim: [UInt8] = Array("]C0".utf8)

    private func outcomes(_ scanner: VirtualPointOfSaleScanner, _ reports: [[UInt8]]) throws -> [KeyResult] {
        var assembler = PointOfSaleAssembler(layout: try #require(scanner.layout))
        return reports.compactMap { assembler.take($0, time: 7).map(KeyResult.init) }
    }

    @Test(arguments: VirtualPointOfSaleScanner.allCases)
    func oneReportIsOneReading(scanner: VirtualPointOfSaleScanner) throws {
        let reports = scanner.reports(Array("BX000000042N".utf8), symbology: Self.aim)
        #expect(try outcomes(scanner, reports + reports) == [.report("BX000000042N"), .report("BX000000042N")])
    }

    @Test(arguments: [VirtualPointOfSaleScanner.common, .plain], [56, 57, 112, 400])
    func reportsAreJoined(scanner: VirtualPointOfSaleScanner, length: Int) throws {
        let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(65 + $0 % 26))) })
        #expect(try outcomes(scanner, scanner.reports(Array(text.utf8))) == [.report(text)])
    }

    @Test func theFieldsTellTheSymbology() throws {
        var assembler = PointOfSaleAssembler(layout: try #require(VirtualPointOfSaleScanner.common.layout))
        let report = VirtualPointOfSaleScanner.common.report([65], symbology: Self.aim)
        guard case .reading(let reading) = assembler.take(report, time: 7) else {
            Issue.record("no reading")
            return
        }
        #expect(reading.symbology == AIMIdentifier(code: "C", modifier: "0"))
        #expect(reading.text == "A")
        #expect(reading.bytes == [65])
        #expect(reading.time == 7)
    }

    @Test func withoutFieldsThePrefixTellsTheSymbologyAndStays() throws {
        var assembler = PointOfSaleAssembler(layout: try #require(VirtualPointOfSaleScanner.newland.layout))
        guard
            case .reading(let reading) = assembler.take(
                VirtualPointOfSaleScanner.newland.report(Self.aim + [65]),
                time: 7
            )
        else {
            Issue.record("no reading")
            return
        }
        #expect(reading.symbology == AIMIdentifier(code: "C", modifier: "0"))
        #expect(reading.text == "]C0A")
    }

    @Test(arguments: [("A\r\n", "A"), ("A\r", "A"), ("A\t", "A"), ("A\n", "A")])
    func aSuffixForTheKeyboardIsNoData(sent: String, read: String) throws {
        #expect(try outcomes(.common, [VirtualPointOfSaleScanner.common.report(Array(sent.utf8))]) == [.report(read)])
    }

    @Test func refusesWhatIsNoText() throws {
        let scanner = VirtualPointOfSaleScanner.common
        let reports = [
            scanner.report([65, 29, 66]), scanner.report([0xff, 0xfe]), scanner.report([]), scanner.report([66]),
        ]
        #expect(try outcomes(scanner, reports) == [.no(.controlCharacter(29)), .no(.notText), .report("B")])
    }

    @Test func refusesWhatIsTooLongAndReadsOn() throws {
        let scanner = VirtualPointOfSaleScanner.common
        let reports = scanner.reports([UInt8](repeating: 65, count: 5_000)) + scanner.reports([66])
        #expect(try outcomes(scanner, reports) == [.no(.tooLong), .report("B")])
        #expect(try outcomes(scanner, scanner.reports([UInt8](repeating: 65, count: 513))) == [.no(.tooLong)])
    }

    @Test func refusesReportsThatContradictTheDescriptor() throws {
        let scanner = VirtualPointOfSaleScanner.common
        var wrongCount = scanner.report([65])
        wrongCount[1] = 57
        #expect(try outcomes(scanner, [wrongCount, scanner.report([66])]) == [.no(.malformedReport), .report("B")])
        let short = Array(scanner.report([65]).dropLast(5))
        #expect(try outcomes(scanner, [short, scanner.report([66])]) == [.no(.malformedReport), .report("B")])
    }

    @Test func reportsOfAnotherKindMeanNothing() throws {
        let scanner = VirtualPointOfSaleScanner.common
        #expect(try outcomes(scanner, [[3, 1, 2], [], [7], scanner.report([66])]) == [.report("B")])
    }

    @Test func aBarcodeThatStopsIsRefusedAndSoIsTheNext() throws {
        let scanner = VirtualPointOfSaleScanner.common
        var assembler = PointOfSaleAssembler(layout: try #require(scanner.layout))
        let first = assembler.take(scanner.report([65], isContinued: true), time: 1)
        let awaits = assembler.awaitsEnding
        let silence = assembler.fellSilent()
        let rest = assembler.take(scanner.report([66]), time: 2)
        let next = assembler.take(scanner.report([67]), time: 3).map(KeyResult.init)
        #expect(first == nil && awaits && !assembler.awaitsEnding)
        #expect(silence == .rejection(.reportMissing))
        #expect(rest == .rejection(.afterNoEnding))
        #expect(next == .report("C"))
    }
}
