/// The measured correction for a printer that prints at an offset or scale.
public struct PrinterAdjustment: Sendable, Hashable {
    /// The offset to add before printing, in millimetres, to the right and down.
    public let offsetX: Double
    public let offsetY: Double
    /// The factor by which to scale before printing; 1 for no change.
    public let scaleX: Double
    public let scaleY: Double
    public let measuredAt: Timestamp

    public init(offsetX: Double, offsetY: Double, scaleX: Double, scaleY: Double, measuredAt: Timestamp) {
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.scaleX = scaleX
        self.scaleY = scaleY
        self.measuredAt = measuredAt
    }
}
