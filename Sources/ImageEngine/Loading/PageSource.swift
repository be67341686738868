internal import CImageLoading
internal import ImageDecoding

/// The pages of an image file, in order.
protocol PageSource: AnyObject {
    /// The number of pages, if it is known without reading them all.
    var pageCount: Int? { get }

    /// Returns the next page in its display orientation; nil after the last.
    ///
    /// After an error, the call may be repeated for the page after the one that failed.
    func next() throws(ImageDecodingError) -> GreyImage?

    /// The words that the file contains for the page read last; empty when it has only pictures.
    func words() -> [LayerWord]

    /// Skips the next page without reading its pixels.
    func skip() throws(ImageDecodingError)
}

extension PageSource {
    func words() -> [LayerWord] { [] }
}

/// A file with a single picture.
final class SinglePage: PageSource {
    let pageCount: Int? = 1
    private var load: (() throws(ImageDecodingError) -> GreyImage)?

    init(_ load: @escaping () throws(ImageDecodingError) -> GreyImage) { self.load = load }

    func next() throws(ImageDecodingError) -> GreyImage? {
        guard let load else { return nil }
        self.load = nil
        return try load()
    }

    func skip() { load = nil }
}

/// The pages of a TIFF file through libtiff, without thumbnails and masks.
final class TIFFPages: PageSource {
    let pageCount: Int? = nil
    private let pages: OpaquePointer
    private let limits: ImageLimits
    private var isOver = false

    init(_ file: UnsafeRawBufferPointer, limits: ImageLimits) throws(ImageDecodingError) {
        let bytes = file.assumingMemoryBound(to: UInt8.self).baseAddress
        var report = image_report()
        guard let pages = tiff_pages_open(bytes, file.count, limits.memoryBytes, &report) else {
            throw .damaged(report.text)
        }
        self.pages = pages
        self.limits = limits
    }

    deinit { tiff_pages_close(pages) }

    func skip() throws(ImageDecodingError) {
        var report = image_report()
        _ = try advance(&report)
    }

    func next() throws(ImageDecodingError) -> GreyImage? {
        var report = image_report()
        guard try advance(&report) else { return nil }
        var orientation: UInt16 = 1
        var status = tiff_page_read_size(pages, &report, &orientation)
        try report.check(status, "TIFF")
        let grey = try report.makeImage(limits: limits)
        status = tiff_page_read_grey(pages, &report, grey.pixels.baseAddress)
        try report.check(status, "TIFF")
        return try ImageOrientation(rawValue: Int(orientation)).applied(to: grey)
    }

    /// Advances to the next page; returns false after the last.
    private func advance(_ report: inout image_report) throws(ImageDecodingError) -> Bool {
        guard !isOver else { return false }
        if tiff_pages_next(pages, &report) { return true }
        isOver = true
        guard report.text.isEmpty else { throw .damaged(report.text) }
        return false
    }
}
