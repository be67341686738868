import CPango

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
