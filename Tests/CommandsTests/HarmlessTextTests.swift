import Testing

@testable import Terminal

@Suite struct HarmlessTextTests {
    @Test(arguments: [
        ("\u{1B}[2Jbox", "\u{FFFD}[2Jbox"), ("a\u{9B}31m", "a\u{FFFD}31m"), ("a\r\nb", "a\u{FFFD}\u{FFFD}b"),
        ("evil\u{202E}gpj.exe", "evil\u{FFFD}gpj.exe"), ("a\u{2066}b\u{2069}", "a\u{FFFD}b\u{FFFD}"),
        ("a\u{2028}b\u{0}\u{7F}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"), ("\u{E0041}\u{E000}", "\u{FFFD}\u{FFFD}"),
        ("a\u{2068}b", "a\u{FFFD}b"), ("a\u{2069}b\u{2068}", "a\u{FFFD}b\u{FFFD}"),
    ])
    func replacesWhatATerminalWouldObey(text: String, harmless: String) {
        #expect(Array(HarmlessText.of(text).unicodeScalars) == Array(harmless.unicodeScalars))
    }

    @Test(arguments: ["Müller › Søn", "می\u{200C}خواهم", "👩\u{200D}⚖️", "\u{2068}FD1\u{2069} בארגז", "日本", "ab c~", ""])
    func keepsLetters(text: String) {
        #expect(HarmlessText.of(text) == text)
    }

    @Test func countsColumns() {
        #expect(DisplayWidth.of("shelf") == 5)
        #expect(DisplayWidth.of("Søn") == 3)
        #expect(DisplayWidth.of("S\u{6F}\u{308}n") == 3)
        #expect(DisplayWidth.of("日本") == 4)
        #expect(DisplayWidth.of("👩\u{200D}⚖️") == 2)
    }
}
