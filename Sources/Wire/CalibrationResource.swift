/// How labels are shifted and scaled to compensate for the printer's measured error.
public struct CalibrationResource: WireValue {
    /// The shift to the right, in millimetres.
    public let offsetX: Double
    /// The shift down, in millimetres.
    public let offsetY: Double
    /// The horizontal scale; 1 for no change.
    public let scaleX: Double
    /// The vertical scale; 1 for no change.
    public let scaleY: Double
    /// The time: RFC 3339, UTC.
    public let measuredAt: String

    public init(
        offsetX: Double,
        offsetY: Double,
        scaleX: Double,
        scaleY: Double,
        measuredAt: String
    ) {
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.scaleX = scaleX
        self.scaleY = scaleY
        self.measuredAt = measuredAt
    }
}
