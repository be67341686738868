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
}
