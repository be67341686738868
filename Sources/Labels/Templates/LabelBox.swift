/// A rectangle on a label; x runs right and y runs down from the upper left corner.
public struct LabelBox: Sendable, Hashable {
    /// All four in millimetres.
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

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
