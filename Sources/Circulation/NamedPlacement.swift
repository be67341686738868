public import Records

/// A placement with the names that people know it by.
public struct NamedPlacement: Sendable, Hashable {
    public let placement: Placement
    /// The place, container or person; nil for the placements without one.
    public let place: Record?
    /// Names from the outermost place to the innermost, as they are now.
    public let path: [String]

    public init(placement: Placement, place: Record?, path: [String]) {
        self.placement = placement
        self.place = place
        self.path = path
    }
}
