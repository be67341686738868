import CCairo

/// Decodes images with Cairo.
enum PictureSource {
    /// Returns the pixels of a PNG on a white background.
    static func grey(png: [UInt8]) throws(LabelError) -> GreyPicture {
        let surface = try surface(png: png)
        let width = Int(cairo_image_surface_get_width(surface.pointer))
        let height = Int(cairo_image_surface_get_height(surface.pointer))
        let flat = try CairoSurface(
            consuming: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        )
        let context = try CairoContext(on: flat)
        cairo_set_source_rgb(context.pointer, 1, 1, 1)
        cairo_paint(context.pointer)
        cairo_set_source_surface(context.pointer, surface.pointer, 0, 0)
        cairo_paint(context.pointer)
        try context.check()
        cairo_surface_flush(flat.pointer)
        guard let data = cairo_image_surface_get_data(flat.pointer) else { throw .drawing("no picture data") }
        let stride = Int(cairo_image_surface_get_stride(flat.pointer))
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        for y in 0..<height {
            let row = UnsafeRawPointer(data + y * stride)
            for x in 0..<width {
                pixels.append(UInt8(LabelColour(row.load(fromByteOffset: x * 4, as: UInt32.self)).light))
            }
        }
        return GreyPicture(width: width, height: height, pixels: pixels)
    }

    /// Returns a PNG as a Cairo surface, with its transparency.
    static func surface(png: [UInt8]) throws(LabelError) -> CairoSurface {
        let source = ByteSource(png)
        let surface = try CairoSurface(
            consuming: cairo_image_surface_create_from_png_stream(ByteSource.read, source.closure)
        )
        withExtendedLifetime(source) {}
        return surface
    }
}
