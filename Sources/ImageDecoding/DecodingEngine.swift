/// The library that reads codes from a rendering of an image.
public enum DecodingEngine: String, Sendable, Hashable, Codable, CaseIterable {
    case libzbar
    /// Asked second: it sees blurred and bent codes that libzbar does not, and the white space beside a code.
    case zxing
}
