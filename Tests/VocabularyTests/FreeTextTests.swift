import Testing

@testable import Vocabulary

@Suite struct FreeTextTests {
    @Test(arguments: [
        "Smith v. Jones", "Müller ./. Weiß", "O’Brien", "北京市 v. 王", "Петров", "محمد بن سلمان", "שרה כהן", "नरेन्द्र",
        "Ōtsuji 辻\u{E0100}",
        // Persian and Sinhala need joiners inside words, families of emoji between pictures.
        "می\u{200C}خواهم", "ශ්\u{200D}රී", "👩\u{200D}⚖\u{FE0F} file", "👩🏽\u{200D}🚒", "❤\u{FE0F}", "٦٠٠ \u{0600}٣",
        "e\u{301}", "a\u{A0}b", "日本\u{3000}法", "ᠮᠣᠩᠭᠣᠯ\u{180B}", "∩\u{FE00}",
    ])
    func whatPeopleWriteIsAccepted(text: String) throws {
        #expect(try FreeText(text).text == text)
    }

    @Test(arguments: [
        // Marks, embeddings, overrides and isolates of direction.
        "a\u{200E}b", "a\u{200F}b", "a\u{61C}b", "a\u{202E}b", "a\u{2067}b",
        // Tags, also in the flag of England, and other invisible characters.
        "a\u{E0041}b", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "a\u{200B}b", "a\u{2060}b",
        "a\u{AD}b", "a\u{34F}b",
        "a\u{FEFF}b", "a\u{3164}b", "a\u{115F}b", "a\u{17B4}b", "a\u{2062}b", "a\u{180E}b",
        "a\u{FFF9}b\u{FFFA}c\u{FFFB}", "a\u{E0100}b", "辻\u{E0100}\u{E0101}",
        "a\u{FE0F}b", "❤\u{FE0F}\u{FE0F}",
        // Joiners that join nothing.
        "a\u{200D}b", "a\u{200C}b", "خ\u{200D} a", "\u{200D}خ",
        // What is lost, or means nothing elsewhere.
        "a\u{FFFD}b", "a\u{FFFC}b", "a\u{E000}b", "a\u{F8FF}b", "a\u{378}b", "a\u{FFFE}b", "a\u{10FFFF}b",
        // Controls and lines.
        "a\nb", "a\u{0}b", "a\u{1B}[31mb", "a\u{85}b", "a\u{2028}b", "a\u{2029}b",
    ])
    func whatCannotBeSeenIsRefusedByNameAndPlace(text: String) {
        let error = #expect(throws: FreeTextError.self) { try FreeText(text) }
        guard case .unreadable(let scalar, let position) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let scalars = Array(text.unicodeScalars)
        #expect(scalars[position - 1] == scalar)
        #expect(error?.description.contains("U+") == true)
    }

    @Test(arguments: ["", "  ", "\u{3000}", "\u{2800}\u{2800}", "\u{301}", "\n"])
    func whatShowsNothingIsEmpty(text: String) {
        #expect(throws: FreeTextError.empty) { try FreeText(text) }
    }

    @Test func theFaultNamesTheCharacter() {
        #expect(
            "\(FreeTextError.unreadable("\u{200E}", position: 2))"
                == "character 2 is U+200E (LEFT-TO-RIGHT MARK), which cannot be seen or changes what is seen; leave it out"
        )
        #expect("\(FreeTextError.unreadable("\u{FFFD}", position: 1))".contains("bytes that were not UTF-8"))
    }

    @Test func theLimitIsOfBytes() throws {
        #expect(try FreeText(String(repeating: "ä", count: 500)).text.utf8.count == 1_000)
        #expect(throws: FreeTextError.tooLong(1_002)) { try FreeText(String(repeating: "ä", count: 501)) }
    }
}
