internal import CImageLoading
internal import ImageDecoding

/// Reads the main picture of a HEIC or AVIF file through libheif, which applies the camera's orientation.
enum HEIFLoader {
    static func load(_ file: UnsafeRawBufferPointer, limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        let bytes = file.assumingMemoryBound(to: UInt8.self).baseAddress
        var report = image_report()
        guard let handle = heif_file_open(bytes, file.count, &report) else { throw .damaged(report.text) }
        defer { heif_file_close(handle) }
        let grey = try report.makeImage(limits: limits)
        let status = heif_file_read_grey(handle, &report, grey.pixels.baseAddress)
        try report.check(status, "HEIC")
        return grey
    }
}
