import Barcodes
import Localization
import Testing

@testable import Scanning

@Suite struct ScannerDiagnosisTests {
    private static let barcode = "BX000000042N"

    /// What is found when a scanner that plays `layout` sends `text`, read as the diagnosis declares.
    private func findings(
        _ text: String,
        played: KeyboardLayout = .us,
        declared: KeyboardLayout = .us,
        endsAfter ending: Bool = true
    ) throws -> [ScannerFinding] {
        let events = try #require(try ScannerTyping(played).events(for: text + (ending ? "\n" : "")))
        var assembler = KeyAssembler(state: try KeyState(KeyMap(declared)))
        var signals: [ScannerSignal] = []
        func add(_ outcome: ReadingOutcome?) {
            switch outcome {
            case .reading(let reading): signals.append(.reading(reading))
            case .rejection(let rejection): signals.append(.rejection(rejection))
            case nil: break
            }
        }
        for event in events {
            var typed: String?
            if event.value == 1, case .text(let text) = assembler.meaning(of: event.code) { typed = text }
            let name = EventDevice.name(ofKey: event.code)
            signals.append(
                .key(Keystroke(code: event.code, name: name, action: .init(event.value), text: typed, time: 0))
            )
            add(assembler.key(event.code, value: event.value, time: 0))
        }
        add(assembler.fellSilent())
        return ScannerDiagnosis(expected: Self.barcode, transport: .keyboard, layout: declared).findings(from: signals)
    }

    private static let code128 = AIMIdentifier(code: "C", modifier: "0")

    @Test func aGoodSetUpNeedsNothing() throws {
        let findings = try findings("]C0" + Self.barcode)
        let aim = try #require(Self.code128)
        #expect(findings == [.suffix(.enter), .aimPrefix(aim), .textRight])
        #expect(findings.allSatisfy { $0.isGood && $0.advice == nil })
    }

    @Test func aMissingSuffixIsSeenThoughTheReadingIsRefused() throws {
        #expect(try findings(Self.barcode, endsAfter: false) == [.suffixMissing, .aimPrefixMissing, .textRight])
    }

    @Test(arguments: [
        ("bx000000042n", ScannerFinding.caseSwapped),
        ("BX000000042", .lastCharacterMissing),
        ("000000042N", .beginningMissing(2)),
        ("*BX000000042N", .extraBefore("*")),
        ("BX000000042N.", .extraAfter(".")),
        ("4006381333931", .otherText("4006381333931")),
    ])
    func eachFaultOfTheTextHasItsName(text: String, finding: ScannerFinding) throws {
        let findings = try findings(text)
        #expect(findings.contains(finding))
        #expect(!findings.contains(.textRight))
        #expect(finding.advice?.english.isEmpty == false)
    }

    @Test(arguments: ["de", "fr", "cz", "be"])
    func aWrongLayoutIsNamed(layout: String) throws {
        let declared = KeyboardLayout(name: layout)
        let text = layout == "de" ? "]C0YZ-1" : Self.barcode
        let findings = try findings(text, declared: declared)
        if layout == "de" {
            // Only with a barcode that has letters in other places does a German layout show.
            #expect(findings.contains { if case .otherText = $0 { true } else { false } })
        } else {
            let wrong = findings.compactMap { if case .layoutWrong(_, let played) = $0 { played } else { nil } }
            #expect(wrong.first?.first == .us)
        }
    }

    @Test func aScannerThatPlaysFrenchIsFoundOut() throws {
        let findings = try findings(Self.barcode, played: KeyboardLayout(name: "fr"))
        let wrong = findings.compactMap { if case .layoutWrong(_, let played) = $0 { played } else { nil } }
        #expect(wrong.first?.first == KeyboardLayout(name: "fr"))
    }

    @Test func nothingAndRefusalsAreFindings() {
        let diagnosis = ScannerDiagnosis(expected: Self.barcode, transport: .keyboard)
        #expect(diagnosis.findings(from: []) == [.nothingCame])
        #expect(diagnosis.findings(from: [.rejection(.altCode)]) == [.refused(.altCode)])
        #expect(ScannerFinding.refused(.altCode).advice?.english.isEmpty == false)
    }

    /// The keys or bytes after the end are named, and the suffix itself is not blamed.
    @Test(arguments: [
        ([108], ["KEY_DOWN"]), ([59, 107], ["KEY_F1", "KEY_END"]), ([45], ["x"]), ([28, 15, 42, 58], []),
    ])
    func whatFollowsTheEndIsNamed(keys: [UInt16], names: [String]) throws {
        var signals: [ScannerSignal] = []
        var assembler = KeyAssembler(state: try KeyState(KeyMap(.us)))
        func press(_ code: UInt16, _ value: Int32) {
            var typed: String?
            if value == 1, case .text(let text) = assembler.meaning(of: code) { typed = text }
            let name = EventDevice.name(ofKey: code)
            signals.append(.key(Keystroke(code: code, name: name, action: .init(value), text: typed, time: 0)))
            if case .reading(let reading) = assembler.key(code, value: value, time: 0) {
                signals.append(.reading(reading))
            }
        }
        for event in USKeys.typing("]C0\(Self.barcode)\n") { press(event.code, event.value) }
        for key in keys {
            press(key, 1)
            press(key, 0)
        }
        let findings = ScannerDiagnosis(expected: Self.barcode, transport: .keyboard).findings(from: signals)
        #expect(findings.contains(.suffix(.enter)))
        #expect(findings.contains(.textRight))
        #expect(findings.first { !$0.isGood } == (names.isEmpty ? nil : .afterEnding(names)))
    }

    @Test(arguments: [
        ([13, 10], [String]()), ([13, 0], ["NUL"]), ([13, 17], ["DC1"]), ([13, 4, 7], ["EOT", "BEL"]),
        ([9, 13, 12], ["FF"]), ([13, 33], ["!"]),
    ])
    func theBytesAfterTheEndAreNamed(suffix: [UInt8], names: [String]) {
        let signals: [ScannerSignal] = [.bytes(Array("]C0\(Self.barcode)".utf8) + suffix, time: 0)]
        let findings = ScannerDiagnosis(expected: Self.barcode, transport: .serial).findings(from: signals)
        #expect(findings.contains(.textRight))
        #expect(findings.first { !$0.isGood } == (names.isEmpty ? nil : .afterEnding(names)))
        #expect(findings.contains(suffix.first == 9 ? .suffix(.tab) : .suffix(.carriageReturn)))
    }

    private static func withParity(_ parity: SerialLine.Parity) -> [UInt8] {
        "\(barcode)\r".utf8.map { byte in
            let isOdd = !byte.nonzeroBitCount.isMultiple(of: 2)
            return isOdd == (parity == .even) ? byte | 0x80 : byte
        }
    }

    private func finding(
        _ bytes: [UInt8],
        _ rejection: ScanRejection,
        line: SerialLine = .common
    ) throws -> ScannerFinding {
        let diagnosis = ScannerDiagnosis(expected: Self.barcode, transport: .serial, line: line)
        let findings = diagnosis.findings(from: [.bytes(bytes, time: 0), .rejection(rejection)])
        let first = try #require(findings.first)
        if case .refused = first {} else { #expect(first.advice?.english.isEmpty == false) }
        #expect(!findings.contains(.nothingCame))
        return first
    }

    @Test func aParityThatIsNotReadIsNamed() throws {
        for parity in [SerialLine.Parity.even, .odd] {
            let finding = try finding(Self.withParity(parity), .notText)
            #expect(finding == .lineWrong(read: .common, sent: .parity(parity, dataBits: 7)))
            #expect(finding.advice?.english.contains("parity: \(parity)") == true)
        }
        // Nine bits, of which the last is taken for a stop bit: ICL sends even and Wincor-Nixdorf odd parity so.
        for parity in [SerialLine.Parity.even, .odd] {
            let bytes = "\(Self.barcode)\r".utf8.flatMap { byte -> [UInt8] in
                byte.nonzeroBitCount.isMultiple(of: 2) == (parity == .even) ? [0xff, 0, byte] : [byte]
            }
            #expect(try finding(bytes, .lineNoise) == .lineWrong(read: .common, sent: .parity(parity, dataBits: 8)))
        }
        let marked = try finding("\(Self.barcode)\r".utf8.map { $0 | 0x80 }, .notText)
        #expect(marked == .lineWrong(read: .common, sent: .eighthBit))
    }

    /// PARMRK puts `ff 00` before each character with a wrong parity.
    @Test func aParityThatIsReadAndNotSentIsNamed() throws {
        let line = try SerialLine(dataBits: 7, parity: .even)
        let bytes = "\(Self.barcode)\r".utf8.flatMap { byte -> [UInt8] in
            byte.nonzeroBitCount.isMultiple(of: 2) ? [byte] : [0xff, 0, byte]
        }
        #expect(try finding(bytes, .lineNoise, line: line) == .lineWrong(read: line, sent: .otherParity))
    }

    @Test(
        arguments: [
            [0xff, 0, 0x86, 0xe6, 0x98, 0xff, 0, 0x00, 0xfe, 0xf8, 0x80], [0xe0, 0x1c, 0xfc, 0xff, 0xff, 0x80, 0xe3],
        ] as [[UInt8]]
    )
    func anotherSpeedIsNamed(bytes: [UInt8]) throws {
        let finding = try finding(bytes, .lineNoise)
        #expect(finding == .lineWrong(read: .common, sent: .otherSpeed))
        #expect(finding.advice?.english.contains("9600") == true)
    }

    /// Something came, so that neither the cable nor the radio is to blame.
    @Test func whatIsNoTextIsShownAsBytes() throws {
        #expect(try finding([0x01, 0x06, 0x10], .controlCharacter(1)) == .refused(.controlCharacter(1)))
        let diagnosis = ScannerDiagnosis(expected: Self.barcode, transport: .serial)
        let findings = diagnosis.findings(from: [.bytes([0x01, 0x06, 0x10], time: 0), .rejection(.noEnding)])
        #expect(findings == [.unreadable("01 06 10")])
    }

    @Test func lettersOfOtherLanguagesAreNoFaultOfTheLine() {
        let diagnosis = ScannerDiagnosis(expected: Self.barcode, transport: .serial)
        let findings = diagnosis.findings(from: [.bytes(Array("Ärger ßß éé\r".utf8), time: 0)])
        #expect(findings.contains(.otherText("Ärger ßß éé")))
    }

    /// What a factory preset puts around each barcode is a setting, and the advice names it.
    @Test func theAdviceNamesTheSettingForLettersAroundTheBarcode() {
        #expect(ScannerFinding.extraBefore("D").advice?.english.contains("set prefix: \"D\"") == true)
        #expect(ScannerFinding.extraAfter("#").advice?.english.contains("set suffix: \"#\"") == true)
    }
}
