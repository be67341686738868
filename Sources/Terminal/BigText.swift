/// Draws text in block letters, with each dot `scale` columns wide and half as many rows high.
package enum BigText {
    /// Returns the columns of a character, including the gap after it.
    package static func columns(scale: Int) -> Int { (BigGlyphs.width + 1) * scale }

    /// Returns the rows of a line, including the gap below it.
    package static func rows(scale: Int) -> Int { (BigGlyphs.height + 1) * scale / 2 }

    /// Returns the columns of `text` at this scale; nil if a character cannot be drawn.
    package static func width(of text: String, scale: Int) -> Int? {
        text.allSatisfy { BigGlyphs.columns(of: $0) != nil } ? text.count * columns(scale: scale) : nil
    }

    /// Returns the rows of one line; nil if a character cannot be drawn.
    package static func lines(_ text: String, scale: Int) -> [String]? {
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

/// Letters of five by seven dots, for screens that are read from across a room.
package enum BigGlyphs {
    /// The numbers of dots across and down.
    package static let width = 5
    package static let height = 7

    /// Returns the columns of a character from left to right, with the lowest bit at the top; nil if it cannot be
    /// drawn.
    ///
    /// Latin letters with marks are drawn without them.
    package static func columns(of character: Character) -> [UInt8]? {
        guard let scalar = character.unicodeScalars.first else { return nil }
        if let drawn = table[scalar] { return drawn }
        guard scalar.value >= 0xC0, let base = base(of: scalar) else { return nil }
        return table[base]
    }

    /// Returns the base letter: `LATIN SMALL LETTER A WITH DIAERESIS` is drawn as an A.
    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard let name = scalar.properties.name else { return nil }
        let words = name.split(separator: " ")
        guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH", words[3].count == 1
        else { return nil }
        let letter = words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
        return letter.unicodeScalars.first
    }

    private static let table: [Unicode.Scalar: [UInt8]] = {
        var table: [Unicode.Scalar: [UInt8]] = [:]
        for (index, columns) in ascii.enumerated() { table[Unicode.Scalar(UInt8(0x20 + index))] = bytes(columns) }
        for (scalar, columns) in others { table[scalar] = bytes(columns) }
        return table
    }()

    private static func bytes(_ columns: UInt64) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: columns >> UInt64(8 * (width - 1 - $0))) }
    }

    /// The characters from space to tilde, one byte for each column.
    private static let ascii: [UInt64] = [
        0x00_0000_0000, 0x00_005F_0000, 0x00_0700_0700, 0x14_7F14_7F14, 0x24_2A7F_2A12, 0x23_1308_6462,
        0x36_4956_2050, 0x00_0007_0000, 0x00_1C22_4100, 0x00_4122_1C00, 0x2A_1C7F_1C2A, 0x08_083E_0808,
        0x00_5030_0000, 0x08_0808_0808, 0x00_6060_0000, 0x20_1008_0402, 0x3E_5149_453E, 0x00_427F_4000,
        0x42_6151_4946, 0x21_4145_4B31, 0x18_1412_7F10, 0x27_4545_4539, 0x3C_4A49_4930, 0x01_7109_0503,
        0x36_4949_4936, 0x06_4949_291E, 0x00_3636_0000, 0x00_5636_0000, 0x08_1422_4100, 0x14_1414_1414,
        0x00_4122_1408, 0x02_0151_0906, 0x32_4979_413E, 0x7E_1111_117E, 0x7F_4949_4936, 0x3E_4141_4122,
        0x7F_4141_221C, 0x7F_4949_4941, 0x7F_0909_0901, 0x3E_4149_497A, 0x7F_0808_087F, 0x00_417F_4100,
        0x20_4041_3F01, 0x7F_0814_2241, 0x7F_4040_4040, 0x7F_020C_027F, 0x7F_0408_107F, 0x3E_4141_413E,
        0x7F_0909_0906, 0x3E_4151_215E, 0x7F_0919_2946, 0x46_4949_4931, 0x01_017F_0101, 0x3F_4040_403F,
        0x1F_2040_201F, 0x3F_4038_403F, 0x63_1408_1463, 0x07_0870_0807, 0x61_5149_4543, 0x00_7F41_4100,
        0x02_0408_1020, 0x00_4141_7F00, 0x04_0201_0204, 0x40_4040_4040, 0x00_0102_0400, 0x20_5454_5478,
        0x7F_4844_4438, 0x38_4444_4420, 0x38_4444_487F, 0x38_5454_5418, 0x08_7E09_0102, 0x0C_5252_523E,
        0x7F_0804_0478, 0x00_447D_4000, 0x20_4044_3D00, 0x7F_1028_4400, 0x00_417F_4000, 0x7C_0418_0478,
        0x7C_0804_0478, 0x38_4444_4438, 0x7C_1414_1408, 0x08_1414_187C, 0x7C_0804_0408, 0x48_5454_5420,
        0x04_3F44_4020, 0x3C_4040_207C, 0x1C_2040_201C, 0x3C_4030_403C, 0x44_2810_2844, 0x0C_5050_503C,
        0x44_6454_4C44, 0x00_0836_4100, 0x00_007F_0000, 0x00_4136_0800, 0x10_0808_1008,
    ]

    private static let others: [(Unicode.Scalar, UInt64)] = [
        ("·", 0x00_0008_0000), ("→", 0x08_082A_1C08), ("›", 0x00_0022_1408), ("“", 0x00_0603_0603),
        ("”", 0x06_0306_0300), ("✓", 0x18_3060_180E), ("✗", 0x63_361C_3663), ("…", 0x40_0040_0040),
        ("–", 0x08_0808_0808), ("ß", 0x7E_0149_4936),
    ]
}
