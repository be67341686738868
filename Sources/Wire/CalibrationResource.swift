/// How labels are moved so that they come out in their place.
public struct CalibrationResource: Sendable, Hashable, Codable {
    /// To the right, in millimetres.
    public let offsetX: Double
    /// Down, in millimetres.
    public let offsetY: Double
    /// 1 is as it is.
    public let scaleX: Double
    /// 1 is as it is.
    public let scaleY: Double
    /// RFC 3339, UTC.
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
