internal import CImageLoading

/// Reads JPEG, baseline and progressive, through libjpeg.
enum JPEGLoader {
    static func load(_ image: [UInt8], limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        var picture = jpeg_picture()
        try check(jpeg_read_size(image, image.count, &picture), picture)
        let grey = try GreyImage(width: Int(picture.width), height: Int(picture.height), limits: limits)
        try check(jpeg_read_grey(image, image.count, &picture, grey.pixels.baseAddress), picture)
        return grey
    }

    private static func check(_ status: jpeg_status, _ picture: jpeg_picture) throws(ImageDecodingError) {
        guard status != JPEG_LOADED else { return }
        let message = withUnsafeBytes(of: picture.message) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        switch status {
        case JPEG_OUT_OF_MEMORY: throw .memoryLimit
        case JPEG_UNSUPPORTED: throw .unsupportedFormat("this kind of JPEG (\(message))")
        default: throw .damaged(message)
        }
    }
}
