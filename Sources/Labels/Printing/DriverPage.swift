import CCups

/// How the driver of a queue wants one page of raster: everything but the dots.
///
/// A driver that takes raster takes it as it is: nothing on the way draws, scales, shifts or turns what is on it.
public struct DriverPage: Sendable, Hashable {
    /// Which the driver prints with, as its options stand.
    public let resolution: PrintResolution
    /// The header of CUPS raster (`cups_page_header2_t`), byte for byte.
    private let header: [UInt8]
    private let dots: RasterRows.Dots
    /// In dots; the part of the page that the driver can print.
    let box: DotBox

    /// Reads CUPS_RASTER_SYNCv2 in the order of this machine's bytes.
    private static let beginning: UInt32 = 0x5261_5332

    /// Nil when the driver prints in colours, or wants a page that nobody could draw.
    init?(_ wanted: cups_page_header2_t, isColoured: Bool) {
        guard
            let resolution = PrintResolution(
                across: Int(wanted.HWResolution.0),
                along: Int(wanted.HWResolution.1)
            ), let dots = Self.dots(wanted, isColoured)
        else { return nil }
        let (width, height) = (Int(wanted.cupsWidth), Int(wanted.cupsHeight))
        guard width > 0, height > 0, width < 1 << 17, height < 1 << 17,
            width * height <= LabelRenderer.mostDots
        else { return nil }
        let bounds = wanted.cupsImagingBBox
        let above = Double(wanted.cupsPageSize.1 - bounds.3)
        self.resolution = resolution
        self.dots = dots
        box = DotBox(
            x: Int((Double(bounds.0) * Double(resolution.across) / DotGrid.pointsPerInch).rounded()),
            y: Int((above * Double(resolution.along) / DotGrid.pointsPerInch).rounded()),
            width: width,
            height: height
        )
        var header = wanted
        // Defaults of the queue that would turn, mirror or drop what was drawn.
        header.NumCopies = 1
        header.Duplex = CUPS_FALSE
        header.Tumble = CUPS_FALSE
        header.MirrorPrint = CUPS_FALSE
        header.NegativePrint = CUPS_FALSE
        header.Orientation = CUPS_ORIENT_0
        header.cupsBytesPerLine = UInt32(dots.bytesPerLine(width))
        self.header = withUnsafeBytes(of: header) { Array($0) }
    }

    /// The pages with `copies` of each, one after the other: not every driver heeds the number in the header.
    public func document(of pages: [LabelRaster], copies: Int) -> PrintDocument {
        var bytes = withUnsafeBytes(of: Self.beginning) { Array($0) }
        for page in pages {
            var drawn = header
            RasterRows.append(
                page,
                left: box.x,
                top: box.y,
                width: box.width,
                height: box.height,
                as: dots,
                to: &drawn
            )
            for _ in 0..<copies { bytes += drawn }
        }
        return PrintDocument(bytes: bytes, format: .driver)
    }

    /// What stands for a black or white dot in the header's colour space; nil where there are colours.
    private static func dots(_ header: cups_page_header2_t, _ isColoured: Bool) -> RasterRows.Dots? {
        guard header.cupsColorOrder == CUPS_ORDER_CHUNKED else { return nil }
        switch (header.cupsColorSpace, header.cupsBitsPerPixel) {
        case (CUPS_CSPACE_K, 1): return .black
        case (CUPS_CSPACE_K, 8): return .darkness
        case (CUPS_CSPACE_W, 1), (CUPS_CSPACE_SW, 1): return .white
        case (CUPS_CSPACE_W, 8), (CUPS_CSPACE_SW, 8): return .light
        // Some drivers without colours want them all the same, and make dots of them.
        case (CUPS_CSPACE_RGB, 24), (CUPS_CSPACE_SRGB, 24): return isColoured ? nil : .colours
        default: return nil
        }
    }
}
