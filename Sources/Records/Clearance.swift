/// A caller's clearance: which restriction levels the caller may see.
///
/// A record beyond it is reported as if it had never been registered.
public enum Clearance: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Only records that are not restricted.
    case open = 0
    /// Also restricted records.
    case restricted = 1
    /// Also sealed and expunged records.
    case everything = 3

    public static func < (left: Clearance, right: Clearance) -> Bool { left.rawValue < right.rawValue }

    /// Whether the clearance includes records of this level.
    public func reaches(_ level: Restriction.Level) -> Bool { level.rawValue <= rawValue }
}
