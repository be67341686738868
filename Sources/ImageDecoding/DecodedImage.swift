/// The result of decoding a readable image; without codes, no codes were found.
public struct DecodedImage: Sendable, Hashable, Codable {
    /// The width of the first page in pixels, in its display orientation.
    public let width: Int
    /// The height of the first page in pixels, in its display orientation.
    public let height: Int
    /// The different codes of each page, page by page, in the order in which they were found.
    public let codes: [DecodedCode]
    /// The pages that were processed; a photograph has one.
    public let pages: [DecodedPage]
    /// Whether every page was read and no search was cut short by a time limit.
    public let isComplete: Bool
    /// Zero when pixels rather than a file were decoded.
    public let cost: DecodingCost

    public init(
        width: Int,
        height: Int,
        codes: [DecodedCode],
        pages: [DecodedPage]? = nil,
        isComplete: Bool = true,
        cost: DecodingCost = DecodingCost()
    ) {
        self.width = width
        self.height = height
        self.codes = codes
        self.pages = pages ?? [DecodedPage(number: 1, width: width, height: height)]
        self.isComplete = isComplete
        self.cost = cost
    }
}
