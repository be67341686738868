/// A page as a printer's dots: black or white, never grey.
public struct LabelRaster: Sendable, Hashable {
    /// The number of dots across.
    public let width: Int
    /// The number of dots along the feed.
    public let height: Int
    public let resolution: PrintResolution
    /// The rows in sequence, each padded to a whole byte.
    ///
    /// The highest bit is the leftmost dot; 1 is black.
    public let rows: [UInt8]

    /// Creates a page.
    ///
    /// - Parameter rows: in the format of ``rows``.
    init(width: Int, height: Int, resolution: PrintResolution, rows: [UInt8]) {
        self.width = width
        self.height = height
        self.resolution = resolution
        self.rows = rows
    }

    init(_ dots: LabelDots, resolution: PrintResolution) {
        width = dots.width
        height = dots.height
        rows = dots.rows
        self.resolution = resolution
    }

    /// The number of bytes in a row.
    public var stride: Int { (width + 7) / 8 }

    /// Whether a dot is black.
    ///
    /// Dots outside the page are not.
    public func isBlack(_ x: Int, _ y: Int) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return false }
        return rows[y * stride + x / 8] & 0x80 >> UInt8(x % 8) != 0
    }

    /// Returns the page as a PNG with one bit per dot and its resolution.
    public func png() throws(LabelError) -> [UInt8] { try OneBitPNG.file(of: self) }
}
