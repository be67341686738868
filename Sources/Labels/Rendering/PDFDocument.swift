import CCairo

/// A PDF in the making, one page a label.
struct PDFDocument: ~Copyable {
    private let sink = ByteSink()
    private let surface: CairoSurface
    private static let pointsPerMillimetre = 72 / DotGrid.millimetresPerInch

    init(media: LabelMedia) throws(LabelError) {
        surface = try CairoSurface(
            consuming: cairo_pdf_surface_create_for_stream(
                ByteSink.write,
                sink.closure,
                media.width * Self.pointsPerMillimetre,
                media.height * Self.pointsPerMillimetre
            ),
            writingTo: sink
        )
        // The clock must not show in the bytes: the same labels are the same document.
        cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_CREATOR, "Outguide")
    }

    func write(_ contents: [LabelContent], page: LabelPage, texts: TextSetter) throws(LabelError) {
        let context = try CairoContext(on: surface)
        cairo_scale(context.pointer, page.grid.pointsPerDot, page.grid.pointsPerDot)
        // A page is rarely a whole number of dots high. Poppler counts its dots from the top, Ghostscript from the
        // foot: halfway between them both find the edges where ``BarInset`` lets them round to the same dots.
        let height = page.grid.dots(page.template.media.height)
        cairo_translate(context.pointer, 0, (height - height.rounded()) / 2)
        for content in contents {
            guard !Task.isCancelled else { throw .cancelled }
            try page.draw(content, with: texts, on: context)
            cairo_show_page(context.pointer)
        }
        try context.check()
    }

    /// Writes fonts and the table of contents; nothing can be drawn after it.
    consuming func finish() throws(LabelError) -> [UInt8] {
        cairo_surface_finish(surface.pointer)
        try surface.check()
        return sink.bytes
    }
}
