import CCairo

/// The images of a document, each written once.
final class PDFImages {
    private let file: PDFFile
    private var masks: [LabelDots: String] = [:]
    private var coloured: [[UInt8]: String] = [:]
    /// The entries for the resource dictionary.
    private(set) var names = ""

    init(_ file: PDFFile) { self.file = file }

    /// Returns the name of an image mask with these black dots; the rest is transparent.
    func name(ofMask dots: LabelDots) throws(LabelError) -> String {
        if let name = masks[dots] { return name }
        let number = file.reserve()
        // A mask paints 0, so black dots, which are 1 here, are inverted.
        try file.write(
            number,
            stream: dots.rows,
            entries: "/Type/XObject/Subtype/Image/ImageMask true/Decode[1 0]/BitsPerComponent 1"
                + "/Width \(dots.width)/Height \(dots.height)"
        )
        let name = named(number)
        masks[dots] = name
        return name
    }

    /// Returns the name of a PNG image with its colours and transparency.
    func name(ofColoured png: [UInt8]) throws(LabelError) -> String {
        if let name = coloured[png] { return name }
        let surface = try PictureSource.surface(png: png)
        let width = Int(cairo_image_surface_get_width(surface.pointer))
        let height = Int(cairo_image_surface_get_height(surface.pointer))
        cairo_surface_flush(surface.pointer)
        guard let data = cairo_image_surface_get_data(surface.pointer) else { throw .drawing("no picture data") }
        let stride = Int(cairo_image_surface_get_stride(surface.pointer))
        let isOpaque = cairo_image_surface_get_format(surface.pointer) == CAIRO_FORMAT_RGB24
        var colours: [UInt8] = []
        var opacity: [UInt8] = []
        for y in 0..<height {
            let row = UnsafeRawPointer(data + y * stride)
            for x in 0..<width {
                let pixel = row.load(fromByteOffset: x * 4, as: UInt32.self)
                let alpha = isOpaque ? 255 : pixel >> 24
                opacity.append(UInt8(truncatingIfNeeded: alpha))
                for shift: UInt32 in [16, 8, 0] {
                    // Cairo's colours are premultiplied by the opacity.
                    let part = pixel >> shift & 0xFF
                    colours.append(UInt8(truncatingIfNeeded: alpha == 0 ? 0 : min(255, part * 255 / alpha)))
                }
            }
        }
        let size = "/Type/XObject/Subtype/Image/Width \(width)/Height \(height)/BitsPerComponent 8"
        let mask = file.reserve()
        try file.write(mask, stream: opacity, entries: size + "/ColorSpace/DeviceGray")
        let number = file.reserve()
        try file.write(number, stream: colours, entries: size + "/ColorSpace/DeviceRGB/SMask \(mask) 0 R")
        let name = named(number)
        coloured[png] = name
        return name
    }

    private func named(_ number: Int) -> String {
        let name = "I\(number)"
        names += "/\(name) \(number) 0 R"
        return name
    }
}
