/// How much effort is made to decode an image.
public enum DecodingMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// libzbar on the unmodified picture, accepting all results; for pictures that Outguide made itself.
    case plain
    /// Renderings in order until a code is accepted; with several codes, until a rendering adds none.
    case fast
    /// Like ``fast``, for scanned pages, most of which have no code.
    ///
    /// A large page without anything that looks like bars is not additionally rotated and enlarged. One accepted code
    /// does not end the search while there may be another beside it.
    case paper
    /// All renderings, and every code accepted at the end.
    case thorough

    /// The largest number of accepted codes at which an image still counts as having a single code.
    package var sureCodesOfOne: Int { self == .paper ? 0 : 1 }

    /// Whether the search ends when codes are accepted.
    package var endsEarly: Bool { self == .fast || self == .paper }
}
