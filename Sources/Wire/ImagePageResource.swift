/// One page of an image file.
public struct ImagePageResource: WireValue {
    /// The page number, from 1.
    public let number: Int
    /// The width in pixels; 0 if the page cannot be decoded.
    public let width: Int
    /// The height in pixels; 0 if the page cannot be decoded.
    public let height: Int
    /// Why the page cannot be decoded.
    public let problem: String?

    public init(number: Int, width: Int, height: Int, problem: String?) {
        self.number = number
        self.width = width
        self.height = height
        self.problem = problem
    }
}
