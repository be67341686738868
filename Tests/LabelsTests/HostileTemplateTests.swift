import Localization
import Testing

@testable import Labels

/// Templates that are made to do harm: an error that says where, soon.
@Suite struct HostileTemplateTests {
    private static let line = "  - line: {from: {x: 1, y: 1}, to: {x: 9, y: 1}, thickness: 1}\n"
    private static let head = "name: x\nmedia: {width: 50, height: 50}\nelements:\n"

    private static func text(_ content: String, size: String = "12") -> String {
        head + "  - text:\n      content: \(content)\n      font: Sans\n      size: \(size)\n      minimumSize: 6\n"
            + "      box: {x: 1, y: 1, width: 40, height: 40}\n      align: start\n      maximumLines: 2\n"
    }

    static let texts: [(name: String, text: String, line: Int, reason: String)] = [
        ("alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\n", 1, "anchors and aliases"),
        ("alias", head + line + "b: *a\n", 5, "anchors and aliases"),
        ("merge", head + "  - <<: {line: 1}\n", 4, "unknown key <<"),
        ("nested brackets", head + line + "  - " + String(repeating: "[", count: 30_000), 5, "nested too deeply"),
        ("nested mappings", head + line + "  - " + String(repeating: "{a: ", count: 12_000), 5, "nested too deeply"),
        ("nested in brackets", head + line + "  - [[[[[[[[x]]]]]]]]\n", 5, "nested too deeply"),
        ("nested lists", head + "  " + String(repeating: "- ", count: 30_000), 4, "nested too deeply"),
        ("indented", head + String(repeating: " ", count: 201) + "- x\n", 4, "nested too deeply"),
        ("too large", head + String(repeating: line, count: 1_100), 1, "at most 64 KiB"),
        ("many elements", head + String(repeating: line, count: 101), 4, "1 to 100 elements"),
        ("no elements", head.replacing("elements:", with: "elements: []"), 3, "1 to 100 elements"),
        ("many keys", head + line + (0..<5_000).map { "k\($0): 1\n" }.joined(), 5, "unknown key k0"),
        ("long key", head + line + String(repeating: "k", count: 1_000) + ": 1\n", 5, "unknown key kkkk"),
        ("key that is no text", head + line + "[a, b]: 1\n", 5, "unknown key a key"),
        ("long name", "name: " + String(repeating: "x", count: 60_000) + "\n", 1, "a name holds"),
        ("long text", text("\"" + String(repeating: "x", count: 1_001) + "\""), 5, "more than 1000 bytes of text"),
        ("many fields", text("\"" + String(repeating: "{a}", count: 33) + "\""), 5, "more than 32 fields"),
        ("long field", text("\"{" + String(repeating: "a", count: 41) + "}\""), 5, "is not a field"),
        ("huge number", text("x", size: "99999999999999999999"), 7, "size is a number"),
        ("large number", text("x", size: "999999999999"), 7, "size is 4 to 400 points"),
        ("exponent", text("x", size: "1e309"), 7, "size is a number"),
        ("infinity", text("x", size: ".inf"), 7, "size is a number"),
        ("no number", text("x", size: ".nan"), 7, "size is a number"),
        ("hexadecimal", text("x", size: "0x10"), 7, "size is a number"),
        ("minus", text("x", size: "-12"), 7, "size is 4 to 400 points"),
        ("huge count", text("x").replacing("Lines: 2", with: "Lines: 9223372036854775808"), 11, "is a whole number"),
        ("large count", text("x").replacing("Lines: 2", with: "Lines: 9223372036854775807"), 11, "1 to 60"),
        ("off the label", text("x").replacing("width: 40", with: "width: 999999999"), 4, "the box leaves the label"),
        ("control character", head + line + "# \u{0}\n", 5, "a control character"),
        ("escape", head + "# a\n# \u{1B}[31m\n" + line, 5, "a control character"),
        ("C1 control", head + "# \u{9B}31m\n" + line, 4, "a control character"),
        ("byte order mark", head + "# \u{FEFF}\n" + line, 4, "a byte order mark within the text (U+FEFF)"),
        ("line separator", head + "# \u{2028}\n" + line, 4, "an unusual line end (U+2028)"),
        ("binary", head.replacing("name: x", with: "name: !!binary eA==") + line, 1, "tags (!) are not allowed"),
        ("tag", text("!Sons"), 5, "tags (!) are not allowed"),
        ("many aliases", "a: &a [x]\nb: [" + String(repeating: "*a, ", count: 33) + "*a]\n", 1, "anchors and aliases"),
        // The mapping that has it twice.
        ("same key", head + line + "name: y\n", 1, "the same key twice: name"),
        ("two documents", head + line + "---\n" + head + line, 5, ""),
        (
            "wide sheet",
            head.replacing(
                "elements",
                with: "sheet: {page: {width: 400, height: 400}, columns: 9999999, rows: 2, left: 0, top: 0}\nelements"
            ) + line, 3, "columns is 1 to 40"
        ),
    ]

    @Test(arguments: texts.map(\.name))
    func itIsRefusedAndSaysWhere(name: String) throws {
        let hostile = try #require(Self.texts.first { $0.name == name })
        let start = ContinuousClock.now
        let error = try #require(throws: LabelTemplateError.self) { try LabelTemplate(parsing: hostile.text) }
        // Far more than it takes.
        #expect(start.duration(to: .now) < .seconds(5))
        #expect(error.line == hostile.line, "\(error)")
        #expect(error.reason.english.contains(hostile.reason), "\(error)")
        #expect(error.description.utf8.count < 1_000)
    }

    @Test func asMuchAsIsAllowedWorks() throws {
        let full = Self.head + String(repeating: Self.line, count: 100)
        #expect(try LabelTemplate(parsing: full).elements.count == 100)
        let words = "\"" + String(repeating: "{a}", count: 32) + String(repeating: "x", count: 904) + "\""
        #expect(try LabelTemplate(parsing: Self.text(words)).fields == ["a"])
    }
}
