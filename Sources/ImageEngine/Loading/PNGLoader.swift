internal import CPng
internal import ImageDecoding

/// Reads PNG through libpng's simplified interface, which returns errors as values and never jumps.
enum PNGLoader {
    static func load(_ file: UnsafeRawBufferPointer, limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        var header = png_image()
        header.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&header) }
        guard png_image_begin_read_from_memory(&header, file.baseAddress, file.count) != 0 else {
            throw .damaged(message(of: header))
        }
        let grey = try GreyImage(width: Int(header.width), height: Int(header.height), limits: limits)
        header.format = 0  // PNG_FORMAT_GRAY
        // Scanners write 16-bit images with the sRGB curve without declaring it.
        header.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
        var white = png_color(red: 255, green: 255, blue: 255)
        guard png_image_finish_read(&header, &white, grey.pixels.baseAddress, 0, nil) != 0 else {
            throw .damaged(message(of: header))
        }
        return grey
    }

    private static func message(of header: png_image) -> String {
        withUnsafeBytes(of: header.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
