import Testing

@testable import Terminal

@Suite struct TextFitTests {
    @Test(arguments: [
        ("box to shelf", 12, ["box to shelf"]), ("box to shelf", 7, ["box to", "shelf"]),
        ("box to shelf", 6, ["box to", "shelf"]),
        ("boxtoshelf", 4, ["boxt", "oshe", "lf"]), ("a b c d e f g", 3, ["a b", "c d", "e …"]),
        ("日本語の箱", 5, ["日本", "語の", "箱"]),
        ("日本", 1, ["日", "本"]), ("", 5, []), ("abc", 0, []),
    ])
    func wraps(text: String, width: Int, lines: [String]) {
        #expect(TextFit.wrap(text, width: width, most: 3) == lines)
    }

    @Test(arguments: [
        ("shelf", 5, "shelf"), ("shelf", 4, "she…"), ("日本語", 5, "日本…"), ("日本語", 4, "日… "), ("x", 3, "x  "),
    ])
    func fillsExactly(text: String, width: Int, line: String) {
        #expect(TextFit.line(text, width: width) == line)
        #expect(DisplayWidth.of(TextFit.line(text, width: width)) == width)
    }

    @Test func drawsLargeLetters() throws {
        let lines = try #require(BigText.lines("I!", scale: 1))
        #expect(lines == [" ▀█▀    █   ", "  █     █   ", "  █     ▀   ", " ▀▀▀    ▀   "])
        #expect(BigText.lines("I!", scale: 2)?.count == 8)
        #expect(BigText.width(of: "Größe", scale: 3) == 90)
        #expect(BigText.lines("ä", scale: 1) == BigText.lines("a", scale: 1))
        #expect(BigText.lines("箱", scale: 1) == nil)
    }
}
