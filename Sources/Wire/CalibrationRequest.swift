/// The measured positions of the scales on a printed ruler page, in millimetres.
public struct CalibrationRequest: WireValue {
    /// The ruler page that was measured; the suitable one if absent.
    public let template: String?
    /// The distance from the left edge to the zero mark of the horizontal scale.
    public let zeroX: Double
    /// The distance from the upper edge to the zero mark of the vertical scale.
    public let zeroY: Double
    /// The length of the horizontal scale.
    public let lengthX: Double
    /// The length of the vertical scale.
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
