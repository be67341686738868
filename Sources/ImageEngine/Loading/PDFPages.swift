internal import CImageLoading
internal import Glibc
internal import ImageDecoding

/// The pages of a PDF file, rendered by Poppler.
final class PDFPages: PageSource {
    let pageCount: Int?
    private let file: OpaquePointer
    private let limits: ImageLimits
    private let dotsPerInch: Int
    private var index = 0
    /// The page read last, and its scale in pixels per point.
    private var last: (index: Int, scale: Double)?

    init(_ file: UnsafeRawBufferPointer, limits: ImageLimits, dotsPerInch: Int) throws(ImageDecodingError) {
        let bytes = file.assumingMemoryBound(to: UInt8.self).baseAddress
        var report = image_report()
        var status = IMAGE_DAMAGED
        guard let opened = pdf_file_open(bytes, file.count, &status, &report) else {
            try report.check(status, "PDF")
            throw .damaged(report.text)
        }
        self.file = opened
        self.limits = limits
        self.dotsPerInch = dotsPerInch
        pageCount = Int(pdf_file_page_count(opened))
    }

    deinit { pdf_file_close(file) }

    func next() throws(ImageDecodingError) -> GreyImage? {
        guard index < pageCount ?? 0 else { return nil }
        defer { index += 1 }
        var report = image_report()
        var points = (width: 0.0, height: 0.0)
        var status = pdf_page_read_size(file, Int32(index), &points.width, &points.height, &report)
        try report.check(status, "PDF")
        guard points.width.isFinite, points.height.isFinite, points.width > 0, points.height > 0 else {
            throw .damaged("a page without a size")
        }
        // A poster is rendered at a lower resolution rather than refused; PDF allows at most 14,400 points per side.
        let fullScale = Double(min(max(dotsPerInch, 36), 1200)) / 72
        let most = Double(min(limits.pixels, Self.mostPixels))
        let scale = min(fullScale, (most / (points.width * points.height)).squareRoot())
        let size = (width: (points.width * scale).rounded(.up), height: (points.height * scale).rounded(.up))
        guard size.width < 32_767, size.height < 32_767 else {
            let (width, height) = (Int(min(size.width, 1e9)), Int(min(size.height, 1e9)))
            throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
        }
        report.width = UInt32(size.width)
        report.height = UInt32(size.height)
        let grey = try GreyImage(width: Int(report.width), height: Int(report.height))
        last = (index, scale)
        status = pdf_page_read_grey(file, Int32(index), scale, &report, grey.pixels.baseAddress)
        try report.check(status, "PDF")
        return grey
    }

    func skip() { index += 1 }

    func words() -> [LayerWord] {
        guard let last else { return [] }
        let found = pdf_page_read_text(file, Int32(last.index))
        defer { pdf_text_free(found) }
        guard let start = found.characters, let boxes = found.boxes else { return [] }
        return LayerWord.words(
            of: String(cString: start),
            boxes: UnsafeBufferPointer(start: boxes, count: found.count).lazy.map { box in
                PixelBox(
                    left: Self.pixels(min(box.left, box.right), last.scale),
                    top: Self.pixels(min(box.top, box.bottom), last.scale),
                    right: Self.pixels(max(box.left, box.right), last.scale),
                    bottom: Self.pixels(max(box.top, box.bottom), last.scale)
                )
            }
        )
    }

    /// Converts points to pixels, limited to a range that is safe for arithmetic.
    private static func pixels(_ points: Double, _ scale: Double) -> Int {
        let pixels = (points * scale).rounded()
        return pixels.isFinite ? Int(min(max(pixels, -1e6), 1e6)) : 0
    }

    /// An A3 page at 300 dpi, with some margin.
    private static let mostPixels = 24_000_000
}
