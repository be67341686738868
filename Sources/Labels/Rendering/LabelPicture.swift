import CCairo

/// A label as dots that are black or white.
struct LabelPicture: ~Copyable {
    private let surface: CairoSurface
    private let width: Int
    private let height: Int

    init(width: Int, height: Int) throws(LabelError) {
        surface = try CairoSurface(
            consuming: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        )
        self.width = width
        self.height = height
    }

    func draw(_ content: LabelContent, page: LabelPage, texts: TextSetter) throws(LabelError) {
        let context = try CairoContext(on: surface)
        cairo_set_source_rgb(context.pointer, 1, 1, 1)
        cairo_paint(context.pointer)
        try page.draw(content, with: texts, on: context)
    }

    /// The picture as a grey PNG of pure black and white; colours, as of emoji, become patterns of dots.
    func png() throws(LabelError) -> [UInt8] {
        let grey = try CairoSurface(
            consuming: cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height))
        )
        cairo_surface_flush(surface.pointer)
        cairo_surface_flush(grey.pointer)
        guard let from = cairo_image_surface_get_data(surface.pointer),
            let to = cairo_image_surface_get_data(grey.pointer)
        else { throw .drawing("no picture data") }
        let fromStride = Int(cairo_image_surface_get_stride(surface.pointer))
        let toStride = Int(cairo_image_surface_get_stride(grey.pointer))
        for y in 0..<height {
            let row = UnsafeRawPointer(from + y * fromStride)
            for x in 0..<width {
                let light = Self.light(of: row.load(fromByteOffset: x * 4, as: UInt32.self))
                (to + y * toStride)[x] = light > Self.thresholds[(y & 3) * 4 + (x & 3)] ? 255 : 0
            }
        }
        cairo_surface_mark_dirty(grey.pointer)
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(grey.pointer, ByteSink.write, sink.closure)
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(String(cString: cairo_status_to_string(status))) }
        return sink.bytes
    }

    /// Bayer's matrix for four by four dots; black and white pass unchanged.
    private static let thresholds: [UInt32] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
        .map { $0 * 16 + 8 }

    /// From 0 to 255, with the weights of ITU-R BT.601 in 256ths.
    private static func light(of pixel: UInt32) -> UInt32 {
        let red = pixel >> 16 & 0xFF
        let green = pixel >> 8 & 0xFF
        let blue = pixel & 0xFF
        return (red * 77 + green * 150 + blue * 29) >> 8
    }
}
