/// Draws text in block letters, with each dot `scale` columns wide and half as many rows high.
enum BigText {
    /// Returns the columns of a character, including the gap after it.
    static func columns(scale: Int) -> Int { (BigGlyphs.width + 1) * scale }

    /// Returns the rows of a line, including the gap below it.
    static func rows(scale: Int) -> Int { (BigGlyphs.height + 1) * scale / 2 }

    /// Returns the columns of `text` at this scale; nil if a character cannot be drawn.
    static func width(of text: String, scale: Int) -> Int? {
        text.allSatisfy { BigGlyphs.columns(of: $0) != nil } ? text.count * columns(scale: scale) : nil
    }

    /// Returns the rows of one line; nil if a character cannot be drawn.
    static func lines(_ text: String, scale: Int) -> [String]? {
        var columns: [UInt8] = []
        for character in text {
            guard let glyph = BigGlyphs.columns(of: character) else { return nil }
            columns += glyph + [0]
        }
        return (0..<rows(scale: scale)).map { row in
            var line = ""
            for column in columns {
                let (upper, lower) = (isSet(column, 2 * row / scale), isSet(column, (2 * row + 1) / scale))
                let block: Character = upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ")
                line += String(repeating: block, count: scale)
            }
            return line
        }
    }

    private static func isSet(_ column: UInt8, _ point: Int) -> Bool {
        point < BigGlyphs.height && column & (1 << UInt8(point)) != 0
    }
}
