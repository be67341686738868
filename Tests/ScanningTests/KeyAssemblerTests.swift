import Testing

@testable import Scanning

@Suite struct KeyAssemblerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [KeyStep]
        let outcomes: [KeyResult]
        var layout: KeyboardLayout = .us
        var framing: ScanFraming = .suffix
        var held: Set<UInt16> = []

        init(
            _ name: String,
            _ steps: [KeyStep],
            _ outcomes: [KeyResult],
            layout: KeyboardLayout = .us,
            framing: ScanFraming = .suffix,
            held: Set<UInt16> = []
        ) {
            self.testDescription = name
            self.steps = steps
            self.outcomes = outcomes
            self.layout = layout
            self.framing = framing
            self.held = held
        }
    }

    private static let german = KeyboardLayout(name: "de")
    private static let stx = KeyStep.all([.down(29), .press(48), .up(29)])
    private static let etx = KeyStep.all([.down(29), .press(46), .up(29)])

    static let readings: [Case] = [
        Case("small letters and digits", [.type("bx000000123\n")], [.enter("bx000000123")]),
        Case("capitals by shift", [.type("BX000000123Q\n")], [.enter("BX000000123Q")]),
        Case("punctuation", [.type("]C0a-b_c/d \"e\"\n")], [.enter("]C0a-b_c/d \"e\"")]),
        Case("tab ends", [.type("A1\t")], [.tab("A1")]),
        Case("keypad enter ends", [.type("A1"), .press(USKeys.keypadEnter)], [.enter("A1")]),
        Case("two in a row", [.type("A1\nB2\n")], [.enter("A1"), .enter("B2")]),
        Case("an empty one is none", [.type("\n\t\n")], []),
        Case("enter before the data", [.type("\nA1\n")], [.enter("A1")]),
        Case("keypad digits", [.press(79), .press(80), .press(81), .type("\n")], [.enter("123")]),
        Case("num lock has no say", [.press(USKeys.numLock), .press(79), .type("\n")], [.enter("1")]),
        Case("nor has scroll lock", [.press(70), .type("a"), .press(70), .type("\n"), .press(70)], [.enter("a")]),
        Case("repetition is no key", [.down(30), .repeat(30), .repeat(30), .up(30), .type("\n")], [.enter("a")]),
        Case(
            "enter's release in the next one",
            [.type("a"), .down(28), .down(48), .up(28), .type("\n")],
            [.enter("a"), .enter("b")]
        ),
        Case("caps lock holds", [.press(USKeys.capsLock), .type("ab1\n")], [.enter("AB1")]),
        Case("caps lock does not leak", [.press(USKeys.capsLock), .type("ab\nab\n")], [.enter("AB"), .enter("ab")]),
        Case(
            "caps lock does not leak though it is down",
            [.down(USKeys.capsLock), .type("ab\n"), .up(USKeys.capsLock), .type("ab\n")],
            [.enter("AB"), .enter("ab")]
        ),
        Case(
            "shift that is held stays held",
            [
                .down(USKeys.leftShift), .press(30), .press(28), .press(30), .up(USKeys.leftShift), .press(30),
                .press(28),
            ],
            [.enter("A"), .enter("Aa")]
        ),
        Case(
            "longest",
            [.type(String(repeating: "a", count: 512) + "\n")],
            [.enter(String(repeating: "a", count: 512))]
        ),
        Case("german", [.type("yz-\n")], [.enter("zyß")], layout: KeyboardLayout(name: "de")),
        Case(
            "german third level",
            [.down(USKeys.rightAlt), .press(16), .up(USKeys.rightAlt), .type("\n")],
            [.enter("@")],
            layout: KeyboardLayout(name: "de")
        ),
        Case("dead key and a space", [.press(41), .press(57), .type("a\n")], [.enter("^a")], layout: german),
        Case("dead key and a letter", [.press(41), .type("o\n")], [.enter("ô")], layout: german),
        Case(
            "line feed as control and J",
            [.type("a"), .down(29), .press(36), .up(29), .type("b\n")],
            [.enter("a"), .enter("b")]
        ),
        Case("tab alone ends", [.type("\na\t\nb\t")], [.tab("a"), .tab("b")], framing: .tab),
        Case("enter alone ends", [.type("\ta\n\tb\n")], [.enter("a"), .enter("b")], framing: .carriageReturn),
        Case(
            "a pause ends",
            [.type("ab"), .silence, .type("cd"), .silence],
            [.idle("ab"), .idle("cd")],
            framing: .idle
        ),
        Case(
            "a suffix ends before the pause",
            [.type("ab\ncd"), .silence],
            [.enter("ab"), .idle("cd")],
            framing: .idle
        ),
        Case(
            "stx and etx",
            [stx, .type("ab"), etx, .type("\n"), stx, .type("cd"), etx],
            [.read("ab", .etx), .read("cd", .etx)],
            framing: .stxEtx
        ),
        Case(
            "enter before etx",
            [stx, .type("ab\n"), etx, stx, .type("cd\t"), etx],
            [.read("ab", .etx), .read("cd", .etx)],
            framing: .stxEtx
        ),
        Case(
            "enter within stx and etx",
            [stx, .type("ab\ncd"), etx, stx, .type("e"), etx],
            [.no(.controlCharacter(13)), .read("e", .etx)],
            framing: .stxEtx
        ),
        Case(
            "stx and enter",
            [stx, .type("ab\n"), stx, .type("cd\n"), etx],
            [.enter("ab"), .enter("cd")],
            framing: .stxCarriageReturn
        ),
        Case(
            "escape",
            [.type("ab"), .press(1), .type("cd"), .press(1)],
            [.read("ab", .escape), .read("cd", .escape)],
            framing: .escape
        ),
        Case(
            "keys after the end that type nothing",
            [.type("a\n"), .press(108), .press(59), .press(107), .wait(600), .type("b\n"), .press(104)],
            [.enter("a"), .enter("b")]
        ),
        Case(
            "the same in a row",
            [.type("a\n"), .press(108), .type("b\n"), .press(108), .type("\tc\n")],
            [.enter("a"), .enter("b"), .enter("c")]
        ),
        Case(
            "transmission control between codes",
            [.type("a\n"), .down(29), .press(31), .press(16), .press(32), .up(29), .wait(900), .type("b\n")],
            [.enter("a"), .enter("b")]
        ),
        Case(
            "shift whose release was lost",
            [.down(USKeys.leftShift), .type("ab\n"), .wait(600), .type("ab\n")],
            [.enter("AB"), .enter("ab")]
        ),
        Case(
            "alt whose release was lost",
            [.down(USKeys.leftAlt), .press(79), .up(USKeys.leftAlt), .type("\n"), .wait(600), .type("ab\n")],
            [.no(.controlCharacter(1)), .enter("ab")]
        ),
        Case(
            "digits of a number that the end cut off",
            [
                .type("x"), .down(USKeys.leftAlt), .press(82), .press(77), .press(76), .type("\n"),
                .up(USKeys.leftAlt), .type("ab\n"),
            ],
            [.no(.altCode), .enter("ab")]
        ),
        Case(
            "caps lock after the end",
            [
                .press(USKeys.capsLock), .type("ab\n"), .press(USKeys.capsLock), .wait(600),
                .press(USKeys.capsLock), .type("ab\n"), .press(USKeys.capsLock), .wait(600), .type("ab\n"),
            ],
            [.enter("AB"), .enter("AB"), .enter("ab")]
        ),
        Case("czech digits", [.type("8594\n")], [.enter("áříč")], layout: KeyboardLayout(name: "cz")),
    ]

    static let refusals: [Case] = [
        Case(
            "too long, told once",
            [.type(String(repeating: "a", count: 600) + "\nb\n")],
            [.no(.tooLong), .enter("b")]
        ),
        Case("escape", [.type("a"), .press(1), .type("b\nc\n")], [.no(.controlCharacter(27)), .enter("c")]),
        Case("backspace", [.type("a"), .press(14), .type("b\n")], [.no(.controlCharacter(8))]),
        Case(
            "control and a letter",
            [.type("a"), .down(29), .press(34), .up(29), .type("b\nc\n")],
            [.no(.controlCharacter(7)), .enter("c")]
        ),
        Case("super and a letter", [.down(125), .press(19), .up(125), .type("\n")], [.no(.unreadableKey(19))]),
        Case("function key", [.type("a"), .press(59), .type("\n")], [.no(.unreadableKey(59))]),
        Case("dropped within", [.type("ab"), .drop, .type("cd\nef\n")], [.no(.eventsDropped), .enter("ef")]),
        Case(
            "dropped between",
            [.type("ab\n"), .drop, .type("cd\nef\n")],
            [.enter("ab"), .no(.eventsDropped), .enter("ef")]
        ),
        Case(
            "dropped with the press of enter",
            [.type("ab"), .drop, .up(28), .type("cd\n")],
            [.no(.eventsDropped), .enter("cd")]
        ),
        Case(
            "dropped with the release of shift",
            [.down(42), .press(30), .drop, .type("b\nc\n")],
            [.no(.eventsDropped), .enter("c")]
        ),
        Case(
            "dropped, and no end comes",
            [.drop, .silence, .type("ab\ncd\n")],
            [.no(.eventsDropped), .no(.afterNoEnding), .enter("cd")]
        ),
        Case(
            "dropped twice",
            [.drop, .type("a"), .drop, .type("b\nc\n")],
            [.no(.eventsDropped), .no(.eventsDropped), .enter("c")]
        ),
        Case(
            "a release of enter ends no other fault",
            [.type("x"), .down(28), .press(1), .up(28), .type("tail\nc\n")],
            [.enter("x"), .no(.controlCharacter(27)), .enter("c")]
        ),
        Case(
            "no end",
            [.type("ab"), .silence, .type("cd\nef\n")],
            [.no(.noEnding), .no(.afterNoEnding), .enter("ef")]
        ),
        Case("no end, then the end", [.type("ab"), .silence, .type("\ncd\n")], [.no(.noEnding), .enter("cd")]),
        Case(
            "silence without a reading",
            [.silence, .type("ab\n"), .silence, .type("cd\n")],
            [.enter("ab"), .enter("cd")]
        ),
        Case(
            "dead key at the end",
            [.type("a"), .press(41), .type("\nb\n")],
            [.no(.deadKey(41)), .enter("b")],
            layout: german
        ),
        Case(
            "dead key and a wrong letter",
            [.press(41), .type("x\nb\n")],
            [.no(.deadKey(41)), .enter("b")],
            layout: german
        ),
        Case("an acute and a space", [.press(13), .press(57), .type("\n")], [.no(.deadKey(13))], layout: german),
        Case("dead key twice", [.press(41), .press(41), .type("\n")], [.no(.deadKey(41))], layout: german),
        Case("another suffix within", [.type("a\nb\tc\t")], [.no(.controlCharacter(13)), .tab("c")], framing: .tab),
        Case(
            "after a pause all is new",
            [.press(59), .silence, .type("ab"), .silence],
            [.no(.unreadableKey(59)), .idle("ab")],
            framing: .idle
        ),
        Case(
            "data before stx",
            [.type("x"), stx, .type("ab"), etx],
            [.no(.outsideFrame), .read("ab", .etx)],
            framing: .stxEtx
        ),
        Case(
            "stx within",
            [stx, .type("x"), stx, .type("ab"), etx],
            [.no(.noEnding), .read("ab", .etx)],
            framing: .stxEtx
        ),
        Case(
            "a key that types nothing before a code",
            [.type("a\n"), .wait(600), .press(59), .type("b\nc\n")],
            [.enter("a"), .no(.unreadableKey(59)), .enter("c")]
        ),
        Case(
            "a key after the end that is none of it",
            [.type("a\n"), .press(1), .wait(600), .type("b\nc\n")],
            [.enter("a"), .no(.controlCharacter(27)), .no(.afterNoEnding), .enter("c")]
        ),
        Case("gone within", [.type("ab"), .gone], [.no(.deviceGone)]),
        Case("gone between", [.type("ab\n"), .gone], [.enter("ab")]),
        Case("keys down at the start", [.up(30), .type("b\nc\n")], [.no(.beginningMissing), .enter("c")], held: [30]),
        Case("only the end is left", [.up(30), .type("\nc\n")], [.no(.beginningMissing), .enter("c")], held: [30]),
        Case("keys down at the start, then nothing", [.silence, .type("ab\n")], [.enter("ab")], held: [30]),
        Case("enter down at the start", [.up(28), .type("ab\n")], [.enter("ab")], held: [28]),
    ]

    @Test(arguments: readings + refusals)
    func tellsReadingsFromFaults(_ example: Case) throws {
        let outcomes = try KeyStep.outcomes(
            of: example.steps,
            layout: example.layout,
            framing: example.framing,
            held: example.held
        )
        #expect(outcomes == example.outcomes)
    }

    @Test func aReadingBearsTheTimeOfItsEnding() throws {
        var assembler = KeyAssembler(state: try KeyState(KeyMap(.us)))
        let early = [assembler.key(30, value: 1, time: 1_000_000), assembler.key(30, value: 0, time: 1_000_100)]
        let outcome = assembler.key(28, value: 1, time: 1_000_200)
        #expect(early == [nil, nil])
        #expect(outcome == .reading(ScanReading(text: "a", time: 1_000_200, ending: .enter)))
    }

    @Test func awaitsAnEndingOnlyWhileAReadingIsOpen() throws {
        var assembler = KeyAssembler(state: try KeyState(KeyMap(.us)))
        var awaits = [assembler.awaitsEnding]
        _ = assembler.key(30, value: 1, time: 0)
        awaits.append(assembler.awaitsEnding)
        _ = assembler.fellSilent()
        awaits.append(assembler.awaitsEnding)
        _ = assembler.key(28, value: 1, time: 0)
        awaits.append(assembler.awaitsEnding)
        #expect(awaits == [false, true, false, false])
    }
}
