import CCairo

/// Owns a Cairo drawing context.
struct CairoContext: ~Copyable {
    let pointer: OpaquePointer

    init(on surface: borrowing CairoSurface) throws(LabelError) {
        guard let pointer = cairo_create(surface.pointer) else { throw .drawing("no context") }
        let status = cairo_status(pointer)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(pointer)
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
        self.pointer = pointer
    }

    deinit { cairo_destroy(pointer) }

    func check() throws(LabelError) {
        let status = cairo_status(pointer)
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(String(cString: cairo_status_to_string(status))) }
    }
}

/// Owns a Cairo surface.
struct CairoSurface: ~Copyable {
    let pointer: OpaquePointer

    /// Takes ownership of a new surface, which Cairo returns even after a failure.
    init(consuming pointer: OpaquePointer?) throws(LabelError) {
        guard let pointer else { throw .drawing("no surface") }
        let status = cairo_surface_status(pointer)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(pointer)
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
        self.pointer = pointer
    }

    deinit { cairo_surface_destroy(pointer) }
}

/// Bytes for a Cairo stream reader.
final class ByteSource {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The read function for Cairo.
    ///
    /// The closure is an unretained ``ByteSource``.
    static let read: cairo_read_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
        let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
        let end = source.place + Int(length)
        guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
        for index in source.place..<end { data[index - source.place] = source.bytes[index] }
        source.place = end
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

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
