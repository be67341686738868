internal import CImageLoading
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
