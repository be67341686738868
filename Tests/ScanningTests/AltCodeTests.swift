import Testing

@testable import Scanning

@Suite struct AltCodeTests {
    private static let keypad: [UInt16] = [82, 79, 80, 81, 75, 76, 77, 71, 72, 73]

    /// One press of Alt with digits one after the other, as honest keyboards do.
    private static func apart(_ number: String) -> [KeyStep] {
        let digits = number.compactMap(\.wholeNumberValue).map { KeyStep.press(keypad[$0]) }
        return [.down(USKeys.leftAlt)] + digits + [.up(USKeys.leftAlt)]
    }

    /// One report with all digits at once: the kernel shows each key once.
    private static func atOnce(_ number: String) -> [KeyStep] {
        var seen: Set<UInt16> = []
        let codes = number.compactMap(\.wholeNumberValue).map { keypad[$0] }.filter { seen.insert($0).inserted }
        return [.down(USKeys.leftAlt)] + codes.map { .down($0) } + codes.map { .up($0) } + [.up(USKeys.leftAlt)]
    }

    private static func number(_ scalar: UInt8, width: Int) -> String {
        let digits = String(scalar)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    @Test(arguments: [0, 3, 4])
    func digitsThatComeOneByOneGiveEveryPrintableCharacter(width: Int) throws {
        let map = try KeyMap(.us)
        for scalar in UInt8(32)...126 {
            let steps = Self.apart(Self.number(scalar, width: width)) + [.type("\n")]
            let text = String(Character(Unicode.Scalar(scalar)))
            #expect(try KeyStep.outcomes(of: steps, map: map) == [.enter(text)])
        }
    }

    @Test(arguments: [0, 3, 4])
    func digitsThatComeAtOnceGiveTheRightCharacterOrNone(width: Int) throws {
        let map = try KeyMap(.us)
        var recovered = 0
        for scalar in UInt8(0)...255 {
            let steps = Self.atOnce(Self.number(scalar, width: width)) + [.type("\n")]
            let outcomes = try KeyStep.outcomes(of: steps, map: map)
            guard case .read(let text, _) = outcomes.first else { continue }
            #expect(text == String(Character(Unicode.Scalar(scalar))))
            recovered += 1
        }
        // Two digits at once may be any three; of three most are certain.
        #expect(recovered > (width == 0 ? 10 : 50))
    }

    @Test func theWordOfTheKnownDumpIsRead() throws {
        let steps = ["083", "073", "054"].flatMap(Self.atOnce) + [.type("\n")]
        #expect(try KeyStep.outcomes(of: steps) == [.enter("SI6")])
        #expect(try KeyStep.outcomes(of: Self.atOnce("080") + [.type("\n")]) == [.no(.altCode)])
    }

    @Test func plainKeysAndAltCodesMix() throws {
        let steps = [.type("A")] + Self.apart("045") + [.type("b\n")]
        #expect(try KeyStep.outcomes(of: steps) == [.enter("A-b")])
    }

    @Test func theGroupSeparatorIsAControlCharacter() throws {
        let steps = [.type("A")] + Self.apart("029") + [.type("b\n")]
        #expect(try KeyStep.outcomes(of: steps) == [.no(.controlCharacter(29))])
    }

    @Test func whatIsBeyondASCIIIsRefused() throws {
        #expect(try KeyStep.outcomes(of: Self.apart("0228") + [.type("\n")]) == [.no(.altCode)])
        #expect(try KeyStep.outcomes(of: Self.apart("00065") + [.type("\n")]) == [.no(.altCode)])
    }

    @Test func altWithAnotherKeyIsRefused() throws {
        let steps: [KeyStep] = [.down(USKeys.leftAlt), .press(30), .up(USKeys.leftAlt), .type("\nc\n")]
        #expect(try KeyStep.outcomes(of: steps) == [.no(.altCode), .enter("c")])
    }

    @Test func anEndWithinACodeIsRefused() throws {
        let steps: [KeyStep] = [.type("A"), .down(USKeys.leftAlt), .press(82), .type("\n"), .up(USKeys.leftAlt)]
        #expect(try KeyStep.outcomes(of: steps).first == .no(.altCode))
    }
}
