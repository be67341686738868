/// One page of an image file.
public struct DecodedPage: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let number: Int
    /// In pixels in the display orientation, 0 when the page could not be read.
    public let width: Int
    /// In pixels in the display orientation, 0 when the page could not be read.
    public let height: Int
    /// Why the page could not be read; other pages of the file are not affected.
    public let problem: ImageDecodingError?
    /// Whether the page is blank, such as the back of a sheet printed on one side; false when in doubt.
    public let isBlank: Bool

    public init(number: Int, width: Int, height: Int, problem: ImageDecodingError? = nil, isBlank: Bool = false) {
        self.number = number
        self.width = width
        self.height = height
        self.problem = problem
        self.isBlank = isBlank
    }
}
