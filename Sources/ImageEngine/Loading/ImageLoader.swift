internal import CImageLoading
internal import CPng
internal import ImageDecoding

/// Loads image files as pages of grey pixels in their display orientation.
enum ImageLoader {
    /// Loads the library that `format` needs; reading a file then opens no further libraries.
    static func prepare(for format: ImageFormat) throws(ImageDecodingError) {
        let (isThere, name) =
            switch format {
            case .png, .jpeg: (true, "")
            case .tiff: (tiff_library_load(), "TIFF without libtiff6")
            case .webP: (webp_library_load(), "WebP without libwebp7")
            case .heif: (heif_library_load(), "HEIC without libheif1")
            case .pdf: (pdf_library_load(), "PDF without libpoppler-glib8")
            }
        guard isThere else { throw .unsupportedFormat(name) }
    }

    /// The pages of `file`, which must outlive the result.
    static func pages(
        of file: UnsafeRawBufferPointer,
        limits: ImageLimits,
        dotsPerInch: Int
    ) throws(ImageDecodingError) -> any PageSource {
        guard file.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        let format = try ImageFormat(of: file)
        try prepare(for: format)
        switch format {
        case .png:
            return SinglePage { () throws(ImageDecodingError) in
                try ImageOrientation(png: file).applied(to: PNGLoader.load(file, limits: limits))
            }
        case .jpeg:
            return SinglePage { () throws(ImageDecodingError) in
                try ImageOrientation(jpeg: file).applied(to: JPEGLoader.load(file, limits: limits))
            }
        case .webP:
            return SinglePage { () throws(ImageDecodingError) in
                try ImageOrientation(webP: file).applied(to: WebPLoader.load(file, limits: limits))
            }
        case .heif: return SinglePage { () throws(ImageDecodingError) in try HEIFLoader.load(file, limits: limits) }
        case .tiff: return try TIFFPages(file, limits: limits)
        case .pdf: return try PDFPages(file, limits: limits, dotsPerInch: dotsPerInch)
        }
    }
}

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

extension image_report {
    /// The message of the last call.
    var text: String {
        withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// Throws the error for `status`; `format` names the file format.
    func check(_ status: image_status, _ format: String) throws(ImageDecodingError) {
        switch status {
        case IMAGE_LOADED: return
        case IMAGE_OUT_OF_MEMORY: throw .memoryLimit
        case IMAGE_UNSUPPORTED: throw .unsupportedFormat("this kind of \(format) (\(text))")
        default: throw .damaged(text)
        }
    }

    /// A black picture of the size that was read.
    func makeImage(limits: ImageLimits) throws(ImageDecodingError) -> GreyImage {
        try GreyImage(width: Int(width), height: Int(height), limits: limits)
    }
}
