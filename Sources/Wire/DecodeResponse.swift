/// What was found in an image.
public struct DecodeResponse: Sendable, Hashable, Codable {
    /// In pixels.
    public let width: Int
    /// In pixels.
    public let height: Int
    public let codes: [CodeResource]

    public init(
        width: Int,
        height: Int,
        codes: [CodeResource]
    ) {
        self.width = width
        self.height = height
        self.codes = codes
    }
}
