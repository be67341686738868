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
