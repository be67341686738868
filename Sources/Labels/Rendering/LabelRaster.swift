/// A page as the dots that a printer sets: black or white, never grey.
public struct LabelRaster: Sendable, Hashable {
    /// Dots across.
    public let width: Int
    /// Dots along the feed.
    public let height: Int
    public let resolution: PrintResolution
    /// Rows one after the other, each padded to a whole byte; the highest bit is the leftmost dot, 1 is black.
    public let rows: [UInt8]

    /// - Parameter rows: as ``rows`` has them.
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

    /// Bytes in a row.
    public var stride: Int { (width + 7) / 8 }

    /// Whether a dot is black; those outside the page are not.
    public func isBlack(_ x: Int, _ y: Int) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return false }
        return rows[y * stride + x / 8] & 0x80 >> UInt8(x % 8) != 0
    }

    /// The page as a PNG of one bit a dot that says its resolution.
    public func png() throws(LabelError) -> [UInt8] { try OneBitPNG.file(of: self) }
}
