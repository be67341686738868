/// The size of one label in the direction of the feed.
public struct LabelMedia: Sendable, Hashable {
    /// The permitted length of a side in millimetres: from the smallest rolls to the long side of A3.
    public static let sides = 10.0...420.0

    /// The width across the feed, in millimetres.
    public let width: Double
    /// The height along the feed, in millimetres.
    public let height: Double

    /// Creates a size; nil if a side is not in ``sides``.
    public init?(width: Double, height: Double) {
        guard Self.sides.contains(width), Self.sides.contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// The tolerance for cut rolls, in millimetres.
    public static let tolerance = 1.0

    /// Whether labels for `other` fit on this.
    public func fits(_ other: LabelMedia) -> Bool {
        abs(width - other.width) <= Self.tolerance && abs(height - other.height) <= Self.tolerance
    }

    /// Both sides with at most two decimals, such as `100x50`.
    public var short: String { "\(Self.short(width))x\(Self.short(height))" }

    /// Both sides for display, such as `100 × 50 mm`.
    public var words: String { "\(Self.short(width)) × \(Self.short(height)) mm" }

    /// Returns a number with at most two decimals, without trailing zeros.
    private static func short(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// A sheet of labels, arranged in rows from left to right.
public struct LabelSheet: Sendable, Hashable {
    /// The size of the sheet.
    public let page: LabelMedia
    public let columns: Int
    public let rows: Int
    /// The upper left corner of the first label.
    public let first: LabelPoint
    /// The distance between the left edges, and the upper edges, of neighbouring labels, in millimetres.
    public let pitch: LabelPoint

    /// The permitted numbers of columns and rows.
    static let counts = 1...40

    public var cells: Int { columns * rows }

    /// Returns the upper left corner of a label, counted from 0.
    func corner(of cell: Int) -> LabelPoint {
        let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
        return LabelPoint(x: first.x + Double(column) * pitch.x, y: first.y + Double(row) * pitch.y)
    }
}

/// A scale in millimetres for measuring a printer's offset and scale.
public struct LabelRuler: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case across
        case down
    }

    /// The box.
    ///
    /// The scale begins with 0 at its left or upper edge and ends at the opposite one.
    public let box: LabelBox
    public let direction: Direction

    private static let thickness = 0.15

    /// The marks: a short one every millimetre, longer ones every fifth and tenth.
    var ticks: [LabelBox] {
        let isAcross = direction == .across
        let length = isAcross ? box.width : box.height
        let depth = isAcross ? box.height : box.width
        return (0...Int(length.rounded(.down))).map { millimetre in
            let long = millimetre % 10 == 0 ? depth : millimetre % 5 == 0 ? depth * 0.7 : depth * 0.45
            let place = Double(millimetre) - Self.thickness / 2
            return isAcross
                ? LabelBox(x: box.x + place, y: box.y, width: Self.thickness, height: long)
                : LabelBox(x: box.x, y: box.y + place, width: long, height: Self.thickness)
        }
    }
}
