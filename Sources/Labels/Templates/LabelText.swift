/// Text that is broken into lines and shrinks to fit its box, and is then cut with an ellipsis.
public struct LabelText: Sendable, Hashable {
    /// Where a line begins; start is the right edge in a text that runs from right to left.
    public enum Alignment: String, Sendable, CaseIterable {
        case start
        case center
        case end
    }

    /// What is left out of text that does not fit; an ellipsis stands there.
    public enum Ellipsis: String, Sendable, CaseIterable {
        /// Of the way to a place its outer levels, one by one: the shelf says more than the house.
        case levels
        case start
        /// What stands at either end, such as a name and a number, remains.
        case middle
        case end

        /// What suits most texts: the way to a place loses its outer levels, anything else its middle.
        static func usual(of content: FieldExpression) -> Ellipsis {
            content.mentions(FieldExpression.wayField) ? .levels : .middle
        }
    }

    public let content: FieldExpression
    /// A Pango font description without a size, such as `Sans Bold`.
    public let font: String
    /// In points, where there is room.
    public let size: Double
    /// In points; below this the text is cut instead, and only a line that is higher than its box is smaller still.
    public let minimumSize: Double
    public let box: LabelBox
    public let alignment: Alignment
    public let maximumLines: Int
    public let ellipsis: Ellipsis
    public let turn: QuarterTurn
    public let colour: LabelColour
}
