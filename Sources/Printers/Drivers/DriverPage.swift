import CCups
public import Labels

/// The page format that a queue's raster driver requires: everything but the dots.
///
/// Raster reaches the driver unchanged: no filter draws, scales, shifts or turns it.
public struct DriverPage: Sendable, Hashable {
    /// A rectangle of whole dots.
    struct Box: Sendable, Hashable {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
    }

    /// The resolution at which the driver prints with its current options.
    public let resolution: PrintResolution
    /// The header of CUPS raster (`cups_page_header2_t`), byte for byte.
    private let header: [UInt8]
    private let dots: RasterRows.Dots
    /// The printable area of the page, in dots.
    let box: Box

    /// The magic number of CUPS_RASTER_SYNCv2, in native byte order.
    private static let beginning: UInt32 = 0x5261_5332

    /// Returns nil if the driver prints in colours or requires an impossible page.
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
        box = Box(
            x: Int((Double(bounds.0) * Double(resolution.across) / PrintResolution.pointsPerInch).rounded()),
            y: Int((above * Double(resolution.along) / PrintResolution.pointsPerInch).rounded()),
            width: width,
            height: height
        )
        var header = wanted
        // These defaults of the queue would turn, mirror or drop pages.
        header.NumCopies = 1
        header.Duplex = CUPS_FALSE
        header.Tumble = CUPS_FALSE
        header.MirrorPrint = CUPS_FALSE
        header.NegativePrint = CUPS_FALSE
        header.Orientation = CUPS_ORIENT_0
        header.cupsBytesPerLine = UInt32(dots.bytesPerLine(width))
        self.header = withUnsafeBytes(of: header) { Array($0) }
    }

    /// Returns the document with `copies` of each page in sequence, because some drivers ignore the number of copies in
    /// the header.
    public func document(of pages: [LabelRaster], copies: Int) -> PrintDocument {
        var bytes = withUnsafeBytes(of: Self.beginning) { Array($0) }
        for page in pages {
            var drawn = header
            RasterRows.append(page, left: box.x, top: box.y, width: box.width, height: box.height, as: dots, to: &drawn)
            for _ in 0..<copies { bytes += drawn }
        }
        return PrintDocument(bytes: bytes, format: .driver)
    }

    /// Returns the representation of black and white dots in the header's colour space; nil for colours.
    private static func dots(_ header: cups_page_header2_t, _ isColoured: Bool) -> RasterRows.Dots? {
        guard header.cupsColorOrder == CUPS_ORDER_CHUNKED else { return nil }
        switch (header.cupsColorSpace, header.cupsBitsPerPixel) {
        case (CUPS_CSPACE_K, 1): return .black
        case (CUPS_CSPACE_K, 8): return .darkness
        case (CUPS_CSPACE_W, 1), (CUPS_CSPACE_SW, 1): return .white
        case (CUPS_CSPACE_W, 8), (CUPS_CSPACE_SW, 8): return .light
        // Some monochrome drivers require colours and convert them to dots.
        case (CUPS_CSPACE_RGB, 24), (CUPS_CSPACE_SRGB, 24): return isColoured ? nil : .colours
        default: return nil
        }
    }
}

/// The page of a queue for a label, with its driver's name and dimensions.
public struct QueuePage: Sendable, Hashable {
    /// The driver's options for a job: `PageSize`, because for media alone CUPS selects any page of nearly this size,
    /// and `Resolution`, for which a queue may have a default.
    let options: [Option]

    struct Option: Sendable, Hashable {
        let name: String
        let value: String
    }

    public let paper: PaperSize
    /// The driver's raster format; nil if it does not accept black or grey dots.
    public let raster: DriverPage?
}

/// The formats in which labels are sent to a printer.
public enum PrintForm: String, Sendable, Hashable, CaseIterable {
    case pdf
    /// PWG raster, dot for dot.
    case pwg
    /// Raster for the driver of a queue, dot for dot.
    case raster
    /// ZPL with the label as one image, dot for dot.
    case zpl

    /// Whether the document contains its copies, so that the job requests only one.
    public var countsCopies: Bool { self == .raster || self == .zpl }
}
