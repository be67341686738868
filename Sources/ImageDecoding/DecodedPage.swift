/// One page of an image file.
public struct DecodedPage: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let number: Int
    /// In pixels as seen, 0 when the page could not be read.
    public let width: Int
    /// In pixels as seen, 0 when the page could not be read.
    public let height: Int
    /// Why the page could not be read; the other pages of the file are none the worse.
    public let problem: ImageDecodingError?

    public init(number: Int, width: Int, height: Int, problem: ImageDecodingError? = nil) {
        self.number = number
        self.width = width
        self.height = height
        self.problem = problem
    }
}
