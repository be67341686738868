/// The size of one label as the printer feeds it.
public struct LabelMedia: Sendable, Hashable {
    /// What a side may measure, in millimetres: from the smallest rolls to the long side of A3.
    public static let sides = 10.0...420.0

    /// In millimetres, across the feed.
    public let width: Double
    /// In millimetres, along the feed.
    public let height: Double

    /// A size, or nil when a side is not in ``sides``.
    public init?(width: Double, height: Double) {
        guard Self.sides.contains(width), Self.sides.contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// Rolls are cut less exactly than this, in millimetres.
    static let tolerance = 1.0

    /// Whether what is made for `other` fits on this.
    public func fits(_ other: LabelMedia) -> Bool {
        abs(width - other.width) <= Self.tolerance && abs(height - other.height) <= Self.tolerance
    }

    /// Both sides with at most two decimals, such as `100x50`.
    public var short: String { "\(Self.short(width))x\(Self.short(height))" }

    /// The same as people say it, such as `100 × 50 mm`.
    var words: String { "\(Self.short(width)) × \(Self.short(height)) mm" }

    /// At most two decimals, none when there are none.
    private static func short(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
