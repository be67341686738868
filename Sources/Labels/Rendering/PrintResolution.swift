/// The resolution of a printer, whose dots need not be square.
public struct PrintResolution: Sendable, Hashable, CustomStringConvertible {
    public static let millimetresPerInch = 25.4
    public static let pointsPerInch = 72.0
    /// The permitted values in dots per inch, for both directions.
    public static let sides = 150...1_200
    /// The resolution of most label printers.
    public static let common = PrintResolution(known: 203, 203)

    /// The dots per inch across the feed.
    public let across: Int
    /// The dots per inch along the feed.
    public let along: Int

    /// Creates a resolution; nil if a value is not in ``sides``.
    public init?(across: Int, along: Int) {
        guard Self.sides.contains(across), Self.sides.contains(along) else { return nil }
        self.init(known: across, along)
    }

    /// Parses `203` or `203x406`, across before along.
    public init?(parsing text: String) {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(sides.count), let across = sides[0], let along = sides[sides.count - 1] else {
            return nil
        }
        self.init(across: across, along: along)
    }

    private init(known across: Int, _ along: Int) {
        self.across = across
        self.along = along
    }

    public var description: String { across == along ? "\(across)" : "\(across)x\(along)" }
}
