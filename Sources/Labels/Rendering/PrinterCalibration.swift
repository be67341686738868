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
