/// Where a printer puts what it is told to put somewhere else, as somebody measured it.
public struct PrinterAdjustment: Sendable, Hashable {
    /// To be added before printing, in millimetres; to the right and down.
    public let offsetX: Double
    public let offsetY: Double
    /// To be multiplied with before printing; 1 is as it is.
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
