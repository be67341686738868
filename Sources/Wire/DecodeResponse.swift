/// The result of decoding an image.
public struct DecodeResponse: WireValue {
    /// The width of the first page in pixels, in the orientation of the camera.
    public let width: Int
    /// The height of the first page in pixels, in the orientation of the camera.
    public let height: Int
    /// Each distinct code of a page once, page by page.
    public let codes: [CodeResource]
    /// The pages that were examined; a photograph has one.
    public let pages: [ImagePageResource]
    /// Whether every page was examined completely, without a time limit being reached.
    public let isComplete: Bool
    /// The processor time for finding the codes.
    public let milliseconds: Double
    /// The processor time for decoding the file into pixels.
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
