/// A straight line across or down the label.
public struct LabelLine: Sendable, Hashable {
    /// As long as the line and as high as it is thick, or the other way round.
    public let box: LabelBox
    public let colour: LabelColour
}
