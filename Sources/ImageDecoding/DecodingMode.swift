/// How much is tried before an image is given up.
public enum DecodingMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// libzbar on the picture as it is, and whatever it says believed: for pictures that Outguide made itself.
    case plain
    /// One rendering after the other until a code is sure; where there are several codes, until one adds none.
    case fast
    /// As ``fast``, for scanned pages, most of which hold no code: a large page on which nothing looks like bars is not
    /// turned and enlarged as well; and one sure code is no reason to stop while there may be another beside it.
    case paper
    /// All renderings, and every code that is sure in the end.
    case thorough

    /// Up to how many sure codes an image counts as one of a single code.
    package var sureCodesOfOne: Int { self == .paper ? 0 : 1 }

    /// Whether it ends with what is sure.
    package var endsEarly: Bool { self == .fast || self == .paper }
}
