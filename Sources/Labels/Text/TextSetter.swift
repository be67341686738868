import CCairo
import CPango

/// Lays out text with Pango.
///
/// It owns a font map and a layout; for use on the rendering queue only. Everything is laid out at one size and scaled
/// afterwards, so that text that must shrink uses the fonts already open. Units are those of this layout.
final class TextSetter {
    /// The font size, in units of the layout.
    static let referenceSize = 100.0
    /// A tolerance in units of the layout, less than any printer's dot.
    private static let slack = 0.01

    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let pango: OpaquePointer
    private let layout: OpaquePointer
    private let unit = Double(outguide_pango_scale())
    private var fonts: [String: OpaquePointer] = [:]
    private var words = ""

    /// Creates a setter.
    ///
    /// `isOneBit` disables grey edges of letters for black and white images.
    init(isOneBit: Bool) throws(LabelError) {
        guard let fontMap = pango_cairo_font_map_new() else { throw .drawing("no font map") }
        guard let pango = pango_font_map_create_context(fontMap) else {
            g_object_unref(fontMap)
            throw .drawing("no text context")
        }
        guard let layout = pango_layout_new(pango) else {
            g_object_unref(UnsafeMutableRawPointer(pango))
            g_object_unref(fontMap)
            throw .drawing("no text layout")
        }
        self.fontMap = fontMap
        self.pango = pango
        self.layout = layout
        pango_layout_set_single_paragraph_mode(layout, 1)
        pango_context_set_round_glyph_positions(pango, 0)
        // An automatic hyphen would appear to belong to a number or a signature that is broken.
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        guard let options = cairo_font_options_create() else { return }
        cairo_font_options_set_antialias(options, isOneBit ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, isOneBit ? CAIRO_HINT_STYLE_FULL : CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(pango, options)
        cairo_font_options_destroy(options)
    }

    deinit {
        for font in fonts.values { pango_font_description_free(font) }
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(pango))
        g_object_unref(fontMap)
    }

    /// Lays out `words` within `box`: on more lines, then smaller down to the minimum size, then cut with an ellipsis.
    ///
    /// Returns nil if there is nothing to draw. Throws ``LabelError/missingGlyphs(_:of:)`` if no font has one of its
    /// characters.
    func fit(_ words: LabelWords, as text: LabelText, in box: DotBox, grid: DotGrid) throws(LabelError) -> FittedText? {
        let words = words.printable(text.ellipsis)
        guard !box.isEmpty, try set(words.text, in: text.font) else { return nil }
        let room = box.size(turned: text.turn)
        let dots = grid.dots(points: 1)
        let (across, along) = text.turn.isSideways ? (dots.along, dots.across) : (dots.across, dots.along)
        pango_layout_set_alignment(layout, text.alignment.pango)
        let (size, left) = fit(words, text, width: Double(room.width) / across, height: Double(room.height) / along)
        let scale = size / Self.referenceSize
        let slack = Double(room.height) - extents.height * scale * along
        return FittedText(
            box: box,
            turn: text.turn,
            left: left * scale * across,
            top: max(0, slack / 2),
            across: scale * across,
            along: scale * along
        )
    }

    /// Throws ``LabelError/missingGlyphs(_:of:)`` if no installed font has one of the characters of `words`.
    func check(_ words: LabelWords, as text: LabelText) throws(LabelError) {
        // Every usable font has these characters.
        guard !words.text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return }
        _ = try set(words.printable(text.ellipsis).text, in: text.font)
    }

    /// Lays `words` out on one line; returns false if there is nothing to draw.
    private func set(_ words: String, in name: String) throws(LabelError) -> Bool {
        guard !words.isEmpty else { return false }
        pango_layout_set_font_description(layout, font(name))
        set(words)
        guard pango_layout_get_unknown_glyphs_count(layout) > 0 else { return true }
        var missing: [Unicode.Scalar] = []
        try visitGlyphs { (glyph) throws(LabelError) in
            // Pango flags the character itself, and would draw a box with its number.
            guard glyph.isUnknown, let scalar = Unicode.Scalar(glyph.glyph & ~outguide_pango_unknown_flag()),
                !missing.contains(scalar)
            else { return }
            missing.append(scalar)
        }
        throw .missingGlyphs(missing, of: nil)
    }

    /// Lays out the words, or a part of them, on one line in the current font.
    private func set(_ words: String) {
        self.words = words
        pango_layout_set_width(layout, -1)
        pango_layout_set_text(layout, words, Int32(words.utf8.count))
    }

    /// Draws the last layout, with its corner at the context's origin.
    func draw(on context: borrowing CairoContext) { pango_cairo_show_layout(context.pointer, layout) }

    /// Visits the glyphs of the last layout.
    func visitGlyphs(_ visit: (PlacedGlyph) throws(LabelError) -> Void) throws(LabelError) {
        guard let lines = pango_layout_get_iter(layout) else { throw .drawing("no text lines") }
        defer { pango_layout_iter_free(lines) }
        let utf8 = Array(words.utf8)
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(lines) else { continue }
            var extents = PangoRectangle()
            pango_layout_iter_get_run_extents(lines, nil, &extents)
            let baseline = Double(pango_layout_iter_get_run_baseline(lines)) / unit
            var pen = Double(extents.x) / unit
            guard let item = run.pointee.item, let glyphs = run.pointee.glyphs, let font = item.pointee.analysis.font
            else { continue }
            let count = Int(glyphs.pointee.num_glyphs)
            for index in 0..<count {
                let info = glyphs.pointee.glyphs[index]
                let advance = Double(info.geometry.width) / unit
                defer { pen += advance }
                guard info.glyph != outguide_pango_empty_glyph() else { continue }
                let isUnknown = info.glyph & outguide_pango_unknown_flag() != 0
                try visit(
                    PlacedGlyph(
                        font: font,
                        glyph: info.glyph,
                        isUnknown: isUnknown,
                        x: pen + Double(info.geometry.x_offset) / unit,
                        y: baseline + Double(info.geometry.y_offset) / unit,
                        advance: advance,
                        text: Self.text(of: index, in: glyphs, item: item, utf8: utf8)
                    )
                )
            }
        } while pango_layout_iter_next_run(lines) != 0
    }

    /// Returns the size in points at which the words fit, after cutting if necessary, and the left offset of a single
    /// line.
    private func fit(
        _ words: LabelWords,
        _ text: LabelText,
        width: Double,
        height: Double
    ) -> (size: Double, left: Double) {
        // A line higher than its box would be clipped.
        let smallest = min(text.minimumSize, height / extents.height * Self.referenceSize)
        if let placed = place(text, smallest: smallest, width: width, height: height) { return placed }
        let room = (width: width / smallest * Self.referenceSize, height: height / smallest * Self.referenceSize)
        if fitsBroken(text, room) { return (smallest, 0) }
        let cut = ShorterWords(words, text.ellipsis).longest { shorter in
            set(shorter)
            return fitsBroken(text, room)
        }
        set(cut)
        // The shortened text may fit at a larger size.
        if let placed = place(text, smallest: smallest, width: width, height: height) { return placed }
        _ = fitsBroken(text, room)
        return (smallest, 0)
    }

    /// Returns the largest size at which the current words fit, with line breaks between words only.
    private func place(
        _ text: LabelText,
        smallest: Double,
        width: Double,
        height: Double
    ) -> (size: Double, left: Double)? {
        let line = extents
        var size = text.size
        while true {
            let scale = size / Self.referenceSize
            if line.width * scale <= width, line.height * scale <= height + Self.slack {
                pango_layout_set_width(layout, -1)
                return (size, start(text, room: width / scale - line.width))
            }
            let fewest = (line.width * scale / width).rounded(.up)
            if text.maximumLines > 1, fewest <= Double(text.maximumLines), line.height * scale * 1.5 <= height {
                pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
                pango_layout_set_width(layout, units(width / scale))
                if fits(text, width: width / scale, height: height / scale) { return (size, 0) }
            }
            guard size > smallest else { return nil }
            size = max(smallest, size - max(0.5, size / 20))
        }
    }

    /// Whether the current words fit if words longer than a line are broken, too.
    private func fitsBroken(_ text: LabelText, _ room: (width: Double, height: Double)) -> Bool {
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_width(layout, units(room.width))
        return fits(text, width: room.width, height: room.height)
    }

    private func fits(_ text: LabelText, width: Double, height: Double) -> Bool {
        let extents = extents
        return pango_layout_get_line_count(layout) <= text.maximumLines && extents.height <= height + Self.slack
            && extents.width <= width
    }

    /// Returns the offset of a single line with this much room left.
    private func start(_ text: LabelText, room: Double) -> Double {
        let isRightToLeft = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL
        return switch text.alignment {
        case .start: isRightToLeft ? room : 0
        case .center: room / 2
        case .end: isRightToLeft ? 0 : room
        }
    }

    private func font(_ name: String) -> OpaquePointer? {
        if let font = fonts[name] { return font }
        guard let font = pango_font_description_from_string(name) else { return nil }
        pango_font_description_set_absolute_size(font, Self.referenceSize * unit)
        fonts[name] = font
        return font
    }

    private func units(_ length: Double) -> Int32 { Int32(min(length * unit, Double(Int32.max / 2))) }

    private var extents: (width: Double, height: Double) {
        var extents = PangoRectangle()
        pango_layout_get_extents(layout, nil, &extents)
        return (Double(extents.width) / unit, Double(extents.height) / unit)
    }

    /// Returns the characters of a glyph's cluster for its first glyph, empty for others.
    private static func text(
        of index: Int,
        in glyphs: UnsafeMutablePointer<PangoGlyphString>,
        item: UnsafeMutablePointer<PangoItem>,
        utf8: [UInt8]
    ) -> String {
        let clusters = UnsafeBufferPointer(start: glyphs.pointee.log_clusters, count: Int(glyphs.pointee.num_glyphs))
        let start = clusters[index]
        if index > 0, clusters[index - 1] == start { return "" }
        // Cluster indexes increase in left-to-right text and decrease in right-to-left text.
        var end = item.pointee.length
        let isRightToLeft = item.pointee.analysis.level & 1 == 1
        var other = index
        while clusters.indices.contains(other) {
            if clusters[other] > start {
                end = clusters[other]
                break
            }
            other += isRightToLeft ? -1 : 1
        }
        let first = Int(item.pointee.offset + start)
        let last = Int(item.pointee.offset + end)
        guard first >= 0, first < last, last <= utf8.count else { return "" }
        return String(decoding: utf8[first..<last], as: UTF8.self)
    }
}

extension LabelText.Alignment {
    /// Pango itself swaps left and right in right-to-left text.
    fileprivate var pango: PangoAlignment {
        switch self {
        case .start: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .end: PANGO_ALIGN_RIGHT
        }
    }
}
