/// Writes glyphs as text operators, with consecutive glyphs in one string.
struct PDFTextWriter {
    private let text: FittedText
    private let glyphs: PDFGlyphs
    private var font = -1
    /// Where the next glyph of the string would be placed, in layout units; nil outside a string.
    private var pen: (x: Double, y: Double)?

    init(_ text: FittedText, glyphs: PDFGlyphs) {
        self.text = text
        self.glyphs = glyphs
    }

    mutating func add(_ placed: PlacedGlyph, to content: PDFContent) throws(LabelError) {
        let glyph = try glyphs.glyph(for: placed)
        if glyph.font != font {
            end(content)
            font = glyph.font
            content.append("/F")
            content.append(whole: font)
            content.append("1 Tf\n")
        }
        // Half a thousandth of the size: the rounding error of the widths.
        if let pen, abs(pen.x - placed.x) > 0.05 || pen.y != placed.y { end(content) }
        if pen == nil {
            matrix(placed, content)
            content.append("<")
            pen = (placed.x, placed.y)
        }
        content.append(hexadecimal: glyph.code)
        pen?.x += Double(glyph.advance) / 1_000 * TextSetter.referenceSize
    }

    mutating func end(_ content: PDFContent) {
        guard pen != nil else { return }
        pen = nil
        content.append("> Tj\n")
    }

    private func matrix(_ placed: PlacedGlyph, _ content: PDFContent) {
        let size = TextSetter.referenceSize
        let (right, down) = (text.right, text.down)
        // The text axis points up, the dots' axis down.
        for part in [right.x * size, right.y * size, -down.x * size, -down.y * size] {
            content.append(part, decimals: 4)
        }
        content.append(text.corner.x + right.x * placed.x + down.x * placed.y, decimals: 3)
        content.append(text.corner.y + right.y * placed.x + down.y * placed.y, decimals: 3)
        content.append("Tm ")
    }
}
