import CPango

/// The glyphs of a document, each drawn once, in Type 3 fonts (PDF 1.4 section 5.5.4).
///
/// Letters stay outlines that any printer can fill, no font file has to be subset, and pages only contain the positions
/// of glyphs.
final class PDFGlyphs {
    struct Glyph {
        let font: Int
        let code: UInt8
        /// The advance, in thousandths of the font's size.
        let advance: Int
    }

    private struct Key: Hashable {
        let font: UnsafeMutablePointer<PangoFont>
        let glyph: UInt32
    }

    private struct Drawn {
        let advance: Int
        let shape: GlyphShape
        let text: String
    }

    private let images: PDFImages
    private var known: [Key: Glyph] = [:]
    private var drawn: [Drawn] = []
    private var held: Set<UnsafeMutablePointer<PangoFont>> = []
    private static let perFont = 256

    init(_ images: PDFImages) { self.images = images }

    deinit { for font in held { g_object_unref(font) } }

    func glyph(for placed: PlacedGlyph) throws(LabelError) -> Glyph {
        let key = Key(font: placed.font, glyph: placed.glyph)
        if let glyph = known[key] { return glyph }
        // The font is retained, because a freed font's address could be reused for another font.
        if held.insert(placed.font).inserted { g_object_ref(placed.font) }
        let advance = Int((placed.advance / TextSetter.referenceSize * 1_000).rounded())
        let shape = try GlyphShape(placed, images: images)
        let glyph = Glyph(font: drawn.count / Self.perFont, code: UInt8(drawn.count % Self.perFont), advance: advance)
        drawn.append(Drawn(advance: advance, shape: shape, text: placed.text))
        known[key] = glyph
        return glyph
    }

    /// Writes the fonts and returns their entries for the resource dictionary.
    func write(to file: PDFFile, resources: Int) throws(LabelError) -> String {
        var fonts = ""
        for (index, first) in stride(from: 0, to: drawn.count, by: Self.perFont).enumerated() {
            let number = try write(Array(drawn[first..<min(drawn.count, first + Self.perFont)]), file, resources)
            fonts += "/F\(index) \(number) 0 R"
        }
        return fonts
    }

    private func write(_ glyphs: [Drawn], _ file: PDFFile, _ resources: Int) throws(LabelError) -> Int {
        var procedures = ""
        var box = GlyphBox()
        for (code, glyph) in glyphs.enumerated() {
            let number = file.reserve()
            try file.write(number, stream: glyph.shape.procedure(advance: glyph.advance))
            procedures += "/g\(code) \(number) 0 R"
            box.add(glyph.shape.box)
        }
        let text = file.reserve()
        try file.write(text, stream: Array(Self.characterMap(glyphs.map(\.text)).utf8))
        let font = file.reserve()
        let names = glyphs.indices.map { "/g\($0)" }.joined()
        let widths = glyphs.map { String($0.advance) }.joined(separator: " ")
        try file.write(
            font,
            "<</Type/Font/Subtype/Type3/FontBBox[\(box)]/FontMatrix[0.001 0 0 0.001 0 0]"
                + "/CharProcs<<\(procedures)>>/Encoding<</Type/Encoding/Differences[0 \(names)]>>"
                + "/FirstChar 0/LastChar \(glyphs.count - 1)/Widths[\(widths)]/Resources \(resources) 0 R"
                + "/ToUnicode \(text) 0 R>>"
        )
        return font
    }

    /// Returns the mapping from codes to text, so that text can be searched and copied.
    private static func characterMap(_ texts: [String]) -> String {
        var lines = ""
        for (code, text) in texts.enumerated() where !text.isEmpty {
            let units = text.utf16.map { hexadecimal(Int($0), digits: 4) }.joined()
            lines += "1 beginbfchar\n<\(hexadecimal(code, digits: 2))> <\(units)>\nendbfchar\n"
        }
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Outguide def\n"
            + "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n\(lines)endcmap\n"
            + "CMapName currentdict /CMap defineresource pop\nend\nend\n"
    }

    private static func hexadecimal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
