import CPango

/// The shape of a glyph: an outline, or an image for an emoji.
struct GlyphShape {
    private let operators: [UInt8]
    private let isColoured: Bool
    let box: GlyphBox

    init(_ placed: PlacedGlyph, images: PDFImages) throws(LabelError) {
        if let font = pango_font_get_hb_font(placed.font),
            let picture = try Self.picture(placed.glyph, font, images)
        {
            self = picture
        } else {
            self = Self.outline(placed)
        }
    }

    private init(operators: [UInt8], isColoured: Bool, box: GlyphBox) {
        self.operators = operators
        self.isColoured = isColoured
        self.box = box
    }

    /// Returns the glyph's procedure: its width, then its marks.
    func procedure(advance: Int) -> [UInt8] {
        // d1 declares that no colour is set, so that readers can cache the rendered glyph.
        Array((isColoured ? "\(advance) 0 d0\n" : "\(advance) 0 \(box) d1\n").utf8) + operators
    }

    private static func outline(_ placed: PlacedGlyph) -> GlyphShape {
        let outline = GlyphOutline(
            unitsPerThousandth: TextSetter.referenceSize * Double(outguide_pango_scale()) / 1_000
        )
        if let font = pango_font_get_hb_font(placed.font) { outline.draw(placed.glyph, of: font) }
        return GlyphShape(operators: outline.operators, isColoured: false, box: outline.box)
    }

    private static func picture(
        _ glyph: UInt32,
        _ font: OpaquePointer,
        _ images: PDFImages
    ) throws(LabelError) -> GlyphShape? {
        guard hb_ot_color_has_png(hb_font_get_face(font)) != 0,
            let blob = hb_ot_color_glyph_reference_png(font, glyph)
        else { return nil }
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        var extents = hb_glyph_extents_t()
        guard let data = hb_blob_get_data(blob, &length), length > 0,
            hb_font_get_glyph_extents(font, glyph, &extents) != 0
        else { return nil }
        let png = UnsafeRawBufferPointer(start: data, count: Int(length)).map(\.self)
        let unit = TextSetter.referenceSize * Double(outguide_pango_scale()) / 1_000
        let left = Double(extents.x_bearing) / unit
        let high = Double(extents.y_bearing) / unit
        let width = Double(extents.width) / unit
        let height = Double(extents.height) / unit
        var box = GlyphBox()
        box.add(x: Int(left), y: Int(high + height))
        box.add(x: Int(left + width), y: Int(high))
        let name = try images.name(ofColoured: png)
        let marks = PDFContent()
        marks.append("q ")
        marks.append(width, decimals: 1)
        marks.append("0 0 ")
        // HarfBuzz counts heights downwards from the bearing.
        marks.append(-height, decimals: 1)
        marks.append(left, decimals: 1)
        marks.append(high + height, decimals: 1)
        marks.append("cm /")
        marks.append(name.utf8)
        marks.append(" Do Q")
        return GlyphShape(operators: marks.bytes, isColoured: true, box: box)
    }
}
