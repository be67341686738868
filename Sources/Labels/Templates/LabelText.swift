/// Text that shrinks to fit its box and is then cut with an ellipsis.
public struct LabelText: Sendable, Hashable {
    /// Where a line begins; start is the right edge in a text that runs from right to left.
    public enum Alignment: String, Sendable, CaseIterable {
        case start
        case center
        case end
    }

    public let content: FieldExpression
    /// A Pango font description without a size, such as `Sans Bold`.
    public let font: String
    /// In points, where there is room.
    public let size: Double
    /// In points; below this the text is cut instead.
    public let minimumSize: Double
    public let box: LabelBox
    public let alignment: Alignment
    public let maximumLines: Int
    public let turn: QuarterTurn
    public let colour: LabelColour
}
