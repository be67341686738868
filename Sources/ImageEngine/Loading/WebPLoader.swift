internal import CImageLoading
internal import ImageDecoding

/// Reads non-animated WebP through libwebp.
enum WebPLoader {
    static func load(_ file: UnsafeRawBufferPointer, limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        let bytes = file.assumingMemoryBound(to: UInt8.self).baseAddress
        var report = image_report()
        var status = webp_read_size(bytes, file.count, &report)
        try report.check(status, "WebP")
        let grey = try report.makeImage(limits: limits)
        status = webp_read_grey(bytes, file.count, &report, grey.pixels.baseAddress)
        try report.check(status, "WebP")
        return grey
    }
}
