/// The cost of reading an image, in milliseconds of processor time.
public struct DecodingCost: Sendable, Hashable, Codable {
    /// The cost of loading the file as pixels.
    public var loading: Double
    /// The cost of finding codes.
    public var decoding: Double

    public init(loading: Double = 0, decoding: Double = 0) {
        self.loading = loading
        self.decoding = decoding
    }
}
