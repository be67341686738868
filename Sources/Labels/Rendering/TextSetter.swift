import CCairo
import CPango

/// Sets text with Pango: the one owner of a font map and a layout, for use on the rendering queue only.
final class TextSetter {
    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let pango: OpaquePointer
    private let layout: OpaquePointer
    private let unit = Double(outguide_pango_scale())

    init() throws(LabelError) {
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
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(pango))
        g_object_unref(fontMap)
    }

    /// Draws `words` within `box` and never outside: smaller down to the floor, then cut with an ellipsis.
    func draw(
        _ words: String,
        as text: LabelText,
        in box: DotBox,
        grid: DotGrid,
        on context: borrowing CairoContext
    ) throws(LabelError) {
        let words = LabelText.printable(words)
        guard !words.isEmpty, box.width > 0, box.height > 0 else { return }
        pango_layout_set_text(layout, words, Int32(words.utf8.count))
        pango_cairo_update_context(context.pointer, pango)
        pango_layout_context_changed(layout)
        pango_layout_set_alignment(layout, text.alignment.pango)
        pango_layout_set_width(layout, Int32(Double(box.width) * unit))
        fit(text, in: box, grid: grid)
        cairo_save(context.pointer)
        // Marks that hang out of their line, as stacked accents do, end at the box.
        cairo_rectangle(context.pointer, Double(box.x), Double(box.y), Double(box.width), Double(box.height))
        cairo_clip(context.pointer)
        cairo_set_source_rgb(context.pointer, 0, 0, 0)
        let slack = (Double(box.height) - height) / 2
        cairo_move_to(context.pointer, Double(box.x), (Double(box.y) + max(0, slack)).rounded())
        pango_cairo_show_layout(context.pointer, layout)
        cairo_restore(context.pointer)
        try context.check()
    }

    /// Turns grey edges of letters off, so that a one-bit picture loses nothing.
    func setOneBit() {
        guard let options = cairo_font_options_create() else { return }
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON)
        pango_cairo_context_set_font_options(pango, options)
        cairo_font_options_destroy(options)
    }

    private func fit(_ text: LabelText, in box: DotBox, grid: DotGrid) {
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE)
        pango_layout_set_height(layout, -1)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
        var size = text.size
        while size > text.minimumSize {
            setSize(size, of: text, grid: grid)
            if fits(text, in: box) { return }
            size -= max(0.5, size / 20)
        }
        setSize(text.minimumSize, of: text, grid: grid)
        if fits(text, in: box) { return }
        // The floor: words may break, then lines go until the rest fits, with an ellipsis at the end.
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        if fits(text, in: box) { return }
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        var lines = text.maximumLines
        repeat {
            pango_layout_set_height(layout, Int32(-lines))
            lines -= 1
        } while lines > 0 && height > Double(box.height)
    }

    private func fits(_ text: LabelText, in box: DotBox) -> Bool {
        pango_layout_get_line_count(layout) <= text.maximumLines && height <= Double(box.height)
            && width <= Double(box.width)
    }

    private func setSize(_ points: Double, of text: LabelText, grid: DotGrid) {
        guard let font = pango_font_description_from_string(text.font) else { return }
        pango_font_description_set_absolute_size(font, points / 72 * Double(grid.dotsPerInch) * unit)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
    }

    /// In dots.
    private var height: Double { Double(extents.height) / unit }
    private var width: Double { Double(extents.width) / unit }

    private var extents: PangoRectangle {
        var extents = PangoRectangle()
        pango_layout_get_extents(layout, nil, &extents)
        return extents
    }
}

extension LabelText.Alignment {
    /// Pango itself swaps left and right in text that runs from right to left.
    fileprivate var pango: PangoAlignment {
        switch self {
        case .start: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .end: PANGO_ALIGN_RIGHT
        }
    }
}
