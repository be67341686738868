import Vocabulary

/// Text that is broken into lines, shrunk to fit its box, and finally cut with an ellipsis.
public struct LabelText: Sendable, Hashable {
    /// The alignment of lines.
    ///
    /// In right-to-left text, start is the right edge.
    public enum Alignment: String, Sendable, CaseIterable {
        case start
        case center
        case end
    }

    /// The part of a too long text that an ellipsis replaces.
    public enum Ellipsis: String, Sendable, CaseIterable {
        /// The outer levels of the path to a place, one by one, because the inner ones are more specific.
        case levels
        case start
        /// The middle.
        ///
        /// Both ends remain, such as a name and a number.
        case middle
        case end

        /// Returns the default: outer levels for the path to a place, otherwise the middle.
        static func usual(of content: FieldExpression) -> Ellipsis {
            content.mentions(FieldExpression.wayField) ? .levels : .middle
        }
    }

    public let content: FieldExpression
    /// A Pango font description without a size, such as `Sans Bold`.
    public let font: String
    /// The size in points, if there is room.
    public let size: Double
    /// The minimum size in points, below which the text is cut.
    ///
    /// Only a line higher than its box is made smaller still.
    public let minimumSize: Double
    public let box: LabelBox
    public let alignment: Alignment
    public let maximumLines: Int
    public let ellipsis: Ellipsis
    public let turn: QuarterTurn
    public let colour: LabelColour
}

/// The built-in fields of labels.
public enum LabelField: String, Sendable, Hashable, CaseIterable {
    /// The barcode and its serial number.
    case barcode
    case number
    case title
    case kind
    case type
    /// The path to the home location.
    case home
    case homeBarcode
    case series
    case year
    case site
    case printedAt
    case custodian
    case since
    case due
    case reason
    case position
    case wanted
    /// A note that the place of a requested item is unknown, which precedes the path to its home location.
    case unplaced
    case header
    case page
    case checkpoint
    case entries
    case origin
    case printer

    /// Returns the field nearest to an unknown `name`; nil if none is near.
    static func meant(by name: String) -> LabelField? {
        guard Self(rawValue: name) == nil else { return nil }
        return Spelling.nearest(to: name, among: allCases.map(\.rawValue)).first.flatMap(Self.init)
    }
}
