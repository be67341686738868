/// What was found in an image.
public struct DecodeResponse: Sendable, Hashable, Codable {
    /// Of the first page, in pixels, turned as the camera held it.
    public let width: Int
    /// Of the first page, in pixels, turned as the camera held it.
    public let height: Int
    /// Each different code of a page once, page by page.
    public let codes: [CodeResource]
    /// The pages that were looked at; a photograph has one.
    public let pages: [ImagePageResource]
    /// Whether every page was read and nothing was left out for want of time.
    public let isComplete: Bool
    /// Processor time of finding the codes.
    public let milliseconds: Double
    /// Processor time of turning the file into pixels.
    public let loadingMilliseconds: Double

    public init(
        width: Int,
        height: Int,
        codes: [CodeResource],
        pages: [ImagePageResource],
        isComplete: Bool,
        milliseconds: Double,
        loadingMilliseconds: Double
    ) {
        self.width = width
        self.height = height
        self.codes = codes
        self.pages = pages
        self.isComplete = isComplete
        self.milliseconds = milliseconds
        self.loadingMilliseconds = loadingMilliseconds
    }
}
