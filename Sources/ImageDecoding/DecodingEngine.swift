/// The library that reads codes from a rendering of an image.
public enum DecodingEngine: String, Sendable, Hashable, Codable, CaseIterable {
    case libzbar
    /// The second engine, which reads blurred and bent codes that libzbar does not, and checks the white space beside
    /// a code.
    case zxing
}
