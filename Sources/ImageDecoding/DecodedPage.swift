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
    /// Whether nothing can be seen on it, as on the back of a sheet that is printed on one side; false when in doubt.
    public let isBlank: Bool

    public init(number: Int, width: Int, height: Int, problem: ImageDecodingError? = nil, isBlank: Bool = false) {
        self.number = number
        self.width = width
        self.height = height
        self.problem = problem
        self.isBlank = isBlank
    }
}
