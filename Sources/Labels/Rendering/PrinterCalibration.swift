/// What a printer puts out of place, and so has to be drawn the other way.
///
/// A point of the page at `x` millimetres is drawn at `offsetX + scaleX * x`, and likewise downwards. Bars keep their
/// whole dots: places are moved, modules are not stretched.
public struct PrinterCalibration: Sendable, Hashable {
    /// In millimetres, either way.
    public static let offsets = -10.0...10.0
    /// More is a wrong medium, not a wrong printer.
    public static let scales = 0.9...1.1
    public static let none = PrinterCalibration(known: 0, 0, 1, 1)

    /// In millimetres, to the right.
    public let offsetX: Double
    /// In millimetres, downwards.
    public let offsetY: Double
    /// 1 leaves the width as it is.
    public let scaleX: Double
    /// 1 leaves the height as it is.
    public let scaleY: Double

    /// A calibration, or nil when something is not in ``offsets`` or ``scales``.
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
