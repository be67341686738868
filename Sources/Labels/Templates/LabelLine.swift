/// A straight horizontal or vertical line on the label.
public struct LabelLine: Sendable, Hashable {
    /// The box: as long as the line and as wide as its thickness.
    public let box: LabelBox
    public let colour: LabelColour
}
