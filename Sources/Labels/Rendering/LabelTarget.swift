/// The printer that something is drawn for.
public struct LabelTarget: Sendable, Hashable {
    public let resolution: PrintResolution
    public let calibration: PrinterCalibration
    /// The page of a PDF as the queue has it; nil for that of the template.
    ///
    /// What is on it stays where it is, counted from the upper left corner: a page that is a little larger or smaller than
    /// the queue's would be moved by a part of a dot.
    public var paper: PaperSize?

    /// A printer of 203 dots per inch that puts everything in its place.
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

/// How large a page is, in points.
public struct PaperSize: Sendable, Hashable {
    let width: Double
    let height: Double
}
