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
