import TestSupport
import Testing

@testable import Scanning

@Suite struct PairingMatcherTests {
    private static let text = "CT000000001H"

    private func layouts(_ events: [(code: UInt16, value: Int32)]) throws -> [KeyboardLayout]? {
        let patterns = try PairingPattern.all(spelling: Self.text, under: ScannerReader.pairingLayouts)
        var matcher = PairingMatcher(patterns: patterns)
        var found: [KeyboardLayout]?
        for event in events { found = matcher.key(event.code, value: event.value) ?? found }
        return found
    }

    @Test(arguments: ScannerReader.pairingLayouts)
    func knowsAGunUnderEveryCommonLayout(layout: KeyboardLayout) throws {
        let events = try #require(try GunTyping(layout).events(for: Self.text))
        #expect(try layouts(events)?.contains(layout) == true)
    }

    @Test func tellsLayoutsApart() throws {
        let us = try #require(try layouts(USKeys.typing(Self.text)))
        #expect(us.first == .us)
        #expect(!us.contains(KeyboardLayout(name: "fr")))
        #expect(!us.contains(KeyboardLayout(name: "us", variant: "dvorak")))
    }

    @Test func findsTheTextAmongOtherKeys() throws {
        #expect(try layouts(USKeys.typing("hello CTCT000CT000000001H\nbye")) != nil)
        #expect(try layouts(USKeys.typing("]C0" + Self.text)) != nil)
    }

    @Test(arguments: ["CT000000001", "CT00000000H1", "ct000000001h", "CT0000 00001H", "CT000000001\u{8}H"])
    func nothingElseMatches(text: String) throws {
        #expect(try layouts(USKeys.typing(text == "CT000000001\u{8}H" ? "CT000000001 H" : text)) == nil)
    }

    @Test func aLostKeyBreaksTheText() throws {
        let patterns = try PairingPattern.all(spelling: Self.text, under: [.us])
        var matcher = PairingMatcher(patterns: patterns)
        let events = USKeys.typing(Self.text)
        for event in events.dropLast(4) { #expect(matcher.key(event.code, value: event.value) == nil) }
        matcher.eventsDropped()
        for event in events.suffix(4) { #expect(matcher.key(event.code, value: event.value) == nil) }
    }

    @Test(arguments: ["", "SHORT1", "ct000000001h", "CT-000000001", "ÄÖÜÄÖÜÄÖÜ"])
    func aTextThatPeopleMightTypeIsUnsuitable(text: String) {
        #expect(throws: ScannerPairingError.unsuitableText) {
            try PairingPattern.all(spelling: text, under: [.us])
        }
    }
}
