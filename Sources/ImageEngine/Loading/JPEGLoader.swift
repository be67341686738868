internal import CImageLoading
internal import ImageDecoding

/// Reads JPEG through libjpeg: baseline and progressive, grey, colour and CMYK.
enum JPEGLoader {
    static func load(_ file: UnsafeRawBufferPointer, limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        let bytes = file.assumingMemoryBound(to: UInt8.self).baseAddress
        var report = image_report()
        var status = jpeg_read_size(bytes, file.count, &report)
        try report.check(status, "JPEG")
        let grey = try report.makeImage(limits: limits)
        status = jpeg_read_grey(bytes, file.count, &report, grey.pixels.baseAddress)
        try report.check(status, "JPEG")
        return grey
    }
}
