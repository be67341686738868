/// What was found in an image that could be read; no codes means that there are none to be seen in it.
public struct DecodedImage: Sendable, Hashable, Codable {
    /// The width of the first page in pixels, turned as the camera held it.
    public let width: Int
    /// The height of the first page in pixels, turned as the camera held it.
    public let height: Int
    /// Each different code of a page once, page by page, in the order in which they were found.
    public let codes: [DecodedCode]
    /// The pages that were looked at; a photograph has one.
    public let pages: [DecodedPage]
    /// Whether every page was read and nothing was left out for want of time.
    public let isComplete: Bool
    /// Zero for pixels that were handed over as they are.
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
