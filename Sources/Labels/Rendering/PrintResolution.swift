/// How fine a printer's dots are, which need not be square.
public struct PrintResolution: Sendable, Hashable, CustomStringConvertible {
    /// In dots per inch, either way.
    public static let sides = 150...1_200
    /// That of most label printers.
    public static let common = PrintResolution(known: 203, 203)

    /// In dots per inch, across the feed.
    public let across: Int
    /// In dots per inch, along the feed.
    public let along: Int

    /// A resolution, or nil when a side is not in ``sides``.
    public init?(across: Int, along: Int) {
        guard Self.sides.contains(across), Self.sides.contains(along) else { return nil }
        self.init(known: across, along)
    }

    /// Reads `203` or `203x406`, across before along.
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
