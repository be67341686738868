import TestSupport
import Testing

@testable import Scanning

@Suite struct PairingMatcherTests {
    private static let text = "CT000000001H"

    /// What the keys are taken for, and then a pause.
    private func match(
        _ events: [(code: UInt16, value: Int32)],
        layouts: [KeyboardLayout] = ScannerReader.pairingLayouts,
        framings: [ScanFraming] = ScannerReader.pairingFramings,
        losesAfter lost: Int? = nil
    ) throws -> PairingMatcher.Match? {
        let request = try PairingRequest(text: Self.text, layouts: layouts, framings: framings, limit: .seconds(1))
        let matcher = PairingMatcher(request)
        var found: PairingMatcher.Match?
        for (index, event) in events.enumerated() {
            if index == lost { matcher.eventsDropped() }
            found = matcher.key(event.code, value: event.value, time: Int64(index)) ?? found
        }
        return found ?? matcher.fellSilent()
    }

    @Test(arguments: ScannerReader.pairingLayouts)
    func knowsAScannerUnderEveryCommonLayout(layout: KeyboardLayout) throws {
        let events = try #require(try ScannerTyping(layout).events(for: Self.text + "\n"))
        let match = try #require(try match(events))
        #expect(match.layouts.contains(layout))
        #expect(match.framing == .suffix)
    }

    @Test func tellsLayoutsApart() throws {
        let us = try #require(try match(USKeys.typing(Self.text + "\n"))).layouts
        #expect(us.first == .us)
        #expect(!us.contains(KeyboardLayout(name: "fr")))
        #expect(!us.contains(KeyboardLayout(name: "us", variant: "dvorak")))
    }

    @Test func findsTheTextAmongOtherKeys() throws {
        #expect(try match(USKeys.typing("hello CTCT000CT000000001H\nbye")) != nil)
        #expect(try match(USKeys.typing("]C0" + Self.text + "\t")) != nil)
    }

    /// Whatever is read as the barcode, in one of these ways, is the barcode.
    @Test(arguments: [
        USKeys.keypad(Self.text + "\n"),
        USKeys.typing(Self.text.lowercased() + "\n"),
        USKeys.underCapsLock(Self.text + "\n"),
        [(USKeys.capsLock, 1), (USKeys.capsLock, 0)] + USKeys.typing(Self.text + "\n"),
        USKeys.altCodes(Self.text) + USKeys.typing("\n"),
        [(USKeys.numLock, 1), (USKeys.numLock, 0)] + USKeys.keypad(Self.text + "\n"),
    ])
    func knowsAScannerHoweverItTypes(events: [(code: UInt16, value: Int32)]) throws {
        #expect(try KeyStep.outcomes(of: events.map { $0.value == 1 ? .down($0.code) : .up($0.code) }).count == 1)
        #expect(try match(events)?.layouts.first == .us)
    }

    @Test func saysWhatEndsTheBarcode() throws {
        let control: (String) -> [(code: UInt16, value: Int32)] = { letter in
            [(USKeys.leftControl, 1)] + USKeys.typing(letter) + [(USKeys.leftControl, 0)]
        }
        #expect(try match(control("b") + USKeys.typing(Self.text) + control("c"))?.framing == .stxEtx)
        #expect(try match(control("b") + USKeys.typing(Self.text + "\n"))?.framing == .stxCarriageReturn)
        #expect(try match(USKeys.typing(Self.text) + [(1, 1), (1, 0)])?.framing == .escape)
        #expect(try match(USKeys.typing(Self.text))?.framing == .idle)
        #expect(try match(USKeys.typing(Self.text + "\t"))?.framing == .suffix)
        // Who says what ends it is taken at their word.
        #expect(try match(USKeys.typing(Self.text + "\t"), framings: [.tab])?.framing == .tab)
        #expect(try match(USKeys.typing(Self.text), framings: [.suffix]) == nil)
    }

    @Test(arguments: ["CT000000001", "CT00000000H1", "CT0000 00001H", "CT000000001 H"])
    func nothingElseMatches(text: String) throws {
        #expect(try match(USKeys.typing(text + "\n")) == nil)
    }

    @Test func aLostKeyBreaksTheText() throws {
        let events = USKeys.typing(Self.text + "\n")
        #expect(try match(events, losesAfter: events.count - 4) == nil)
    }

    @Test func whatWasTypedBeforeAPauseIsForgotten() throws {
        let request = try PairingRequest(text: Self.text, layouts: [.us], framings: [.suffix], limit: .seconds(1))
        let matcher = PairingMatcher(request)
        for event in USKeys.typing("my passwor") {
            #expect(matcher.key(event.code, value: event.value, time: 0) == nil)
        }
        #expect(matcher.awaitsEnding)
        #expect(matcher.fellSilent() == nil)
        #expect(!matcher.awaitsEnding)
        let matches = USKeys.typing(Self.text + "\n").compactMap { matcher.key($0.code, value: $0.value, time: 0) }
        #expect(matches.map(\.framing) == [.suffix])
    }

    @Test(arguments: ["", "SHORT1", "ct000000001h", "CT-000000001", "ÄÖÜÄÖÜÄÖÜ"])
    func aTextThatPeopleMightTypeIsUnsuitable(text: String) {
        #expect(throws: ScannerPairingError.unsuitableText) {
            try PairingRequest(text: text, layouts: [.us], framings: [.suffix], limit: .seconds(1))
        }
    }
}
