/// What somebody may see of things that are kept from others.
///
/// A thing outside it is answered for as if it had never been registered.
public enum Sight: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Things that nobody restricted.
    case open = 0
    /// Restricted things too.
    case restricted = 1
    /// Sealed and expunged ones too.
    case everything = 3

    public static func < (left: Sight, right: Sight) -> Bool { left.rawValue < right.rawValue }

    /// Whether a thing with this restriction is within it.
    public func reaches(_ level: Restriction.Level) -> Bool { level.rawValue <= rawValue }
}
