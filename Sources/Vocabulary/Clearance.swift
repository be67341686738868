/// A caller's clearance: which restriction levels the caller may see.
///
/// An entity beyond it is reported as if it had never been registered.
public enum Clearance: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Only entities that are not restricted.
    case open = 0
    /// Also restricted entities.
    case restricted = 1
    /// Also sealed and expunged entities.
    case everything = 3

    public static func < (left: Clearance, right: Clearance) -> Bool { left.rawValue < right.rawValue }

    /// Whether the clearance includes entities of this level.
    public func reaches(_ level: Restriction.Level) -> Bool { level.rawValue <= rawValue }
}
