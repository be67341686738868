import CDeflate

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
    ///
    /// - Throws: ``LabelError`` if the picture cannot be made.
    public func png() throws(LabelError) -> [UInt8] { try OneBitPNG.file(of: self) }
}

/// Writes PNG files with one bit per dot (W3C PNG specification, third edition).
enum OneBitPNG {
    static func file(of raster: LabelRaster) throws(LabelError) -> [UInt8] {
        // Each row begins with its filter type, none. In a greyscale PNG, 1 is white.
        var data: [UInt8] = []
        data.reserveCapacity((raster.stride + 1) * raster.height)
        for y in 0..<raster.height {
            data.append(0)
            for byte in raster.rows[y * raster.stride..<(y + 1) * raster.stride] { data.append(~byte) }
        }
        let header = number(raster.width) + number(raster.height) + [1, 0, 0, 0, 0]
        let size =
            number(perMetre(raster.resolution.across)) + number(perMetre(raster.resolution.along)) + [1]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("pHYs", size)
            + chunk("IDAT", try Deflate().compress(data)) + chunk("IEND", [])
    }

    private static func chunk(_ kind: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(kind.utf8) + body
        return number(body.count) + named + number(Int(libdeflate_crc32(0, named, named.count)))
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func perMetre(_ dotsPerInch: Int) -> Int {
        Int((Double(dotsPerInch) / PrintResolution.millimetresPerInch * 1_000).rounded())
    }
}
