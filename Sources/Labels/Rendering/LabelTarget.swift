/// The printer for which labels are drawn.
public struct LabelTarget: Sendable, Hashable {
    public let resolution: PrintResolution
    public let calibration: PrinterCalibration
    /// The queue's page size for a PDF; nil for that of the template.
    ///
    /// The contents stay in place, measured from the upper left corner. A page slightly larger or smaller than the
    /// queue's would be shifted by a fraction of a dot.
    public var paper: PaperSize?

    /// A printer of 203 dots per inch without calibration.
    public static let common = LabelTarget()

    public init(
        resolution: PrintResolution = .common,
        calibration: PrinterCalibration = .none,
        paper: PaperSize? = nil
    ) {
        self.resolution = resolution
        self.calibration = calibration
        self.paper = paper
    }
}

/// The size of a page, in points.
public struct PaperSize: Sendable, Hashable {
    public let width: Double
    public let height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}

/// The resolution of a printer, whose dots need not be square.
public struct PrintResolution: Sendable, Hashable, CustomStringConvertible {
    public static let millimetresPerInch = 25.4
    public static let pointsPerInch = 72.0
    /// The permitted values in dots per inch, for both directions.
    public static let sides = 150...1_200
    /// The resolution of most label printers.
    public static let common = PrintResolution(known: 203, 203)

    /// The dots per inch across the feed.
    public let across: Int
    /// The dots per inch along the feed.
    public let along: Int

    /// Creates a resolution; nil if a value is not in ``sides``.
    public init?(across: Int, along: Int) {
        guard Self.sides.contains(across), Self.sides.contains(along) else { return nil }
        self.init(known: across, along)
    }

    /// Parses `203` or `203x406`, across before along.
    public init?(parsing text: String) {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(sides.count), let across = sides[0], let along = sides[sides.count - 1] else {
            return nil
        }
        self.init(across: across, along: along)
    }

    private init(known across: Int, _ along: Int) {
        self.across = across
        self.along = along
    }

    public var description: String { across == along ? "\(across)" : "\(across)x\(along)" }
}

/// The correction for a printer's measured offset and scale.
///
/// A point of the page at `x` millimetres is drawn at `offsetX + scaleX * x`, and likewise downwards. Bars keep their
/// whole dots: positions are shifted, modules are not stretched.
public struct PrinterCalibration: Sendable, Hashable {
    /// The permitted offsets in millimetres, in both directions.
    public static let offsets = -10.0...10.0
    /// The permitted scales.
    ///
    /// Larger deviations mean the wrong media rather than a wrong printer.
    public static let scales = 0.9...1.1
    public static let none = PrinterCalibration(known: 0, 0, 1, 1)

    /// The offset to the right, in millimetres.
    public let offsetX: Double
    /// The offset down, in millimetres.
    public let offsetY: Double
    /// The horizontal scale; 1 for no change.
    public let scaleX: Double
    /// The vertical scale; 1 for no change.
    public let scaleY: Double

    /// Creates a calibration; nil if a value is not in ``offsets`` or ``scales``.
    public init?(offsetX: Double, offsetY: Double, scaleX: Double, scaleY: Double) {
        guard Self.offsets.contains(offsetX), Self.offsets.contains(offsetY), Self.scales.contains(scaleX),
            Self.scales.contains(scaleY)
        else { return nil }
        self.init(known: offsetX, offsetY, scaleX, scaleY)
    }

    private init(known offsetX: Double, _ offsetY: Double, _ scaleX: Double, _ scaleY: Double) {
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.scaleX = scaleX
        self.scaleY = scaleY
    }
}
