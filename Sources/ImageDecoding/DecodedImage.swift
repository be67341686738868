/// What was found in an image that could be read; no codes means that there are none to be seen in it.
public struct DecodedImage: Sendable, Hashable, Codable {
    /// In pixels.
    public let width: Int
    /// In pixels.
    public let height: Int
    /// Each different code once, in the order in which the scan met them.
    public let codes: [DecodedCode]

    public init(width: Int, height: Int, codes: [DecodedCode]) {
        self.width = width
        self.height = height
        self.codes = codes
    }
}
