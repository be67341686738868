/// Text in letters of blocks, each point `scale` columns wide and half as many rows high.
enum BigText {
    /// Columns that a character takes, the gap after it included.
    static func columns(scale: Int) -> Int { (BigGlyphs.width + 1) * scale }

    /// Rows that a line takes, the gap under it included.
    static func rows(scale: Int) -> Int { (BigGlyphs.height + 1) * scale / 2 }

    /// Columns of `text` in this scale; nil when one of its characters cannot be drawn.
    static func width(of text: String, scale: Int) -> Int? {
        text.allSatisfy { BigGlyphs.columns(of: $0) != nil } ? text.count * columns(scale: scale) : nil
    }

    /// The rows of one line; nil when one of its characters cannot be drawn.
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
