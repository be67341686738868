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

/// Collects a glyph's outline from HarfBuzz as path operators, in thousandths of the font's size.
final class GlyphOutline {
    private let marks = PDFContent()
    private(set) var box = GlyphBox()
    private let unit: Float

    init(unitsPerThousandth unit: Double) { self.unit = Float(unit) }

    var operators: [UInt8] { marks.bytes }

    func draw(_ glyph: UInt32, of font: OpaquePointer) {
        guard let functions = hb_draw_funcs_create() else { return }
        defer { hb_draw_funcs_destroy(functions) }
        hb_draw_funcs_set_move_to_func(
            functions,
            { _, data, _, x, y, _ in GlyphOutline.of(data)?.add([(x, y)], "m\n") },
            nil,
            nil
        )
        hb_draw_funcs_set_line_to_func(
            functions,
            { _, data, _, x, y, _ in GlyphOutline.of(data)?.add([(x, y)], "l\n") },
            nil,
            nil
        )
        // Without a callback for quadratic curves, HarfBuzz converts them to cubic ones.
        hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, data, _, x1, y1, x2, y2, x3, y3, _ in
                GlyphOutline.of(data)?.add([(x1, y1), (x2, y2), (x3, y3)], "c\n")
            },
            nil,
            nil
        )
        hb_draw_funcs_set_close_path_func(
            functions,
            { _, data, _, _ in GlyphOutline.of(data)?.add([], "h\n") },
            nil,
            nil
        )
        outguide_draw_glyph(font, glyph, functions, Unmanaged.passUnretained(self).toOpaque())
        if marks.count > 0 { marks.append("f") }
    }

    private func add(_ points: [(Float, Float)], _ word: StaticString) {
        for (x, y) in points {
            let (x, y) = (Self.whole(x / unit), Self.whole(y / unit))
            marks.append(whole: x)
            marks.append(whole: y)
            box.add(x: x, y: y)
        }
        marks.append(word)
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> GlyphOutline? {
        data.map { Unmanaged<GlyphOutline>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Rounds and clamps a coordinate, because a broken font may have any value, or NaN.
    private static func whole(_ value: Float) -> Int {
        value.isFinite ? Int(max(-100_000, min(100_000, value)).rounded()) : 0
    }
}

/// The smallest rectangle around points, in thousandths of a font's size.
struct GlyphBox: CustomStringConvertible {
    private var left = Int.max
    private var low = Int.max
    private var right = Int.min
    private var high = Int.min

    var isEmpty: Bool { left > right }

    mutating func add(x: Int, y: Int) {
        left = min(left, x)
        right = max(right, x)
        low = min(low, y)
        high = max(high, y)
    }

    mutating func add(_ other: GlyphBox) {
        guard !other.isEmpty else { return }
        add(x: other.left, y: other.low)
        add(x: other.right, y: other.high)
    }

    var description: String { isEmpty ? "0 0 0 0" : "\(left) \(low) \(right) \(high)" }
}
