/// How much is tried before an image is given up.
public enum DecodingMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// libzbar on the picture as it is, and whatever it says believed: for pictures that Outguide made itself.
    case plain
    /// One rendering after the other until a code is sure; where there are several codes, until one adds none.
    case fast
    /// All renderings, and every code that is sure in the end.
    case thorough
}
