/// The printer that something is drawn for.
public struct LabelTarget: Sendable, Hashable {
    public let resolution: PrintResolution
    public let calibration: PrinterCalibration

    /// A printer of 203 dots per inch that puts everything in its place.
    public static let common = LabelTarget()

    public init(resolution: PrintResolution = .common, calibration: PrinterCalibration = .none) {
        self.resolution = resolution
        self.calibration = calibration
    }
}
