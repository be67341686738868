/// One element of a template.
public enum LabelElement: Sendable, Hashable {
    case text(LabelText)
    case barcode(LabelSymbol)
    case line(LabelLine)
    case frame(LabelFrame)
    case band(LabelBand)
    case arrow(LabelArrow)
    case image(LabelImage)
    case ruler(LabelRuler)

    /// The area to which the element is confined.
    public var box: LabelBox {
        switch self {
        case .text(let text): text.box
        case .barcode(let symbol): symbol.box
        case .line(let line): line.box
        case .frame(let frame): frame.box
        case .band(let band): band.box
        case .arrow(let arrow): arrow.box
        case .image(let image): image.box
        case .ruler(let ruler): ruler.box
        }
    }

    /// The areas where it may put ink.
    ///
    /// A frame without a fill leaves its inside free.
    var inked: [LabelBox] {
        if case .frame(let frame) = self, frame.fill == nil { frame.sides } else { [box] }
    }

    /// Its texts with fields.
    var expressions: [FieldExpression] {
        switch self {
        case .text(let text): [text.content]
        case .band(let band): [band.content]
        case .barcode, .line, .frame, .arrow, .image, .ruler: []
        }
    }
}

/// A straight horizontal or vertical line on the label.
public struct LabelLine: Sendable, Hashable {
    /// The box: as long as the line and as wide as its thickness.
    public let box: LabelBox
    public let colour: LabelColour
}

/// A rectangle on a label; x runs right and y runs down from the upper left corner.
public struct LabelBox: Sendable, Hashable {
    /// All four in millimetres.
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double

    /// Less than any printer's dot; allows 4.1 + 95.9 within 100.
    private static let slack = 0.001

    func isInside(_ media: LabelMedia) -> Bool {
        x >= 0 && y >= 0 && x + width <= media.width + Self.slack && y + height <= media.height + Self.slack
    }

    func isInside(_ other: LabelBox) -> Bool {
        x + Self.slack >= other.x && y + Self.slack >= other.y
            && x + width <= other.x + other.width + Self.slack && y + height <= other.y + other.height + Self.slack
    }

    func overlaps(_ other: LabelBox) -> Bool {
        x + Self.slack < other.x + other.width && other.x + Self.slack < x + width
            && y + Self.slack < other.y + other.height && other.y + Self.slack < y + height
    }
}

/// A rectangle with an outline, or filled, or both.
public struct LabelFrame: Sendable, Hashable {
    public let box: LabelBox
    /// The thickness of the outline in millimetres, inwards from the box's edges; 0 for none.
    public let thickness: Double
    public let colour: LabelColour
    public let fill: LabelColour?

    /// The four sides of the outline.
    var sides: [LabelBox] {
        guard thickness > 0 else { return [] }
        let inner = max(0, box.height - 2 * thickness)
        return [
            LabelBox(x: box.x, y: box.y, width: box.width, height: thickness),
            LabelBox(x: box.x, y: box.y + box.height - thickness, width: box.width, height: thickness),
            LabelBox(x: box.x, y: box.y + thickness, width: thickness, height: inner),
            LabelBox(x: box.x + box.width - thickness, y: box.y + thickness, width: thickness, height: inner),
        ]
    }
}

/// An image from a file beside the template, such as a coat of arms.
public struct LabelImage: Sendable, Hashable {
    /// The file name, without a directory.
    public let file: String
    /// The box.
    ///
    /// The image keeps its proportions and is centred in it.
    public let box: LabelBox
    let picture: GreyPicture
}

/// A point on a label or page; x runs right and y runs down from the upper left corner.
public struct LabelPoint: Sendable, Hashable {
    /// The distance from the left, in millimetres.
    public let x: Double
    /// The distance from the top, in millimetres.
    public let y: Double
}

/// An arrow that fills its box, for example on a shelf label above or below its shelf.
public struct LabelArrow: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case up
        case down
        case left
        case right
    }

    public let direction: Direction
    public let box: LabelBox
    public let colour: LabelColour

    /// Its corners in order, within a box of one by one.
    var corners: [LabelPoint] {
        let up: [(Double, Double)] = [(0.5, 0), (1, 0.5), (0.7, 0.5), (0.7, 1), (0.3, 1), (0.3, 0.5), (0, 0.5)]
        return up.map { x, y in
            switch direction {
            case .up: LabelPoint(x: x, y: y)
            case .down: LabelPoint(x: x, y: 1 - y)
            case .left: LabelPoint(x: y, y: x)
            case .right: LabelPoint(x: 1 - y, y: x)
            }
        }
    }
}

/// A clockwise turn.
///
/// Text turned right runs from top to bottom.
public enum QuarterTurn: Int, Sendable, Hashable, CaseIterable {
    case none = 0
    case right = 90
    case over = 180
    case left = 270

    var isSideways: Bool { self == .right || self == .left }
}
