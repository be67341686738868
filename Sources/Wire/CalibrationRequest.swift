/// Where the scales of a ruler page came out, in millimetres.
public struct CalibrationRequest: Sendable, Hashable, Codable {
    /// The ruler page that was measured; the one that fits when absent.
    public let template: String?
    /// From the left edge to the zero mark of the scale across.
    public let zeroX: Double
    /// From the upper edge to the zero mark of the scale down.
    public let zeroY: Double
    /// Length of the scale across.
    public let lengthX: Double
    /// Length of the scale down.
    public let lengthY: Double

    public init(
        template: String? = nil,
        zeroX: Double,
        zeroY: Double,
        lengthX: Double,
        lengthY: Double
    ) {
        self.template = template
        self.zeroX = zeroX
        self.zeroY = zeroY
        self.lengthX = lengthX
        self.lengthY = lengthY
    }
}
