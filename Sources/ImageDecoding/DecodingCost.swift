/// What reading an image took, in milliseconds of processor time.
public struct DecodingCost: Sendable, Hashable, Codable {
    /// Turning the file into pixels.
    public var loading: Double
    /// Finding codes in them.
    public var decoding: Double

    public init(loading: Double = 0, decoding: Double = 0) {
        self.loading = loading
        self.decoding = decoding
    }
}
