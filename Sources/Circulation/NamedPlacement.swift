public import Vocabulary

/// A placement with the names of its places.
public struct NamedPlacement: Sendable, Hashable {
    public let placement: Placement
    /// The location, container or custodian; nil for placements without one.
    public let place: Entity?
    /// The current names from the outermost place to the innermost.
    public let path: [String]

    public init(placement: Placement, place: Entity?, path: [String]) {
        self.placement = placement
        self.place = place
        self.path = path
    }
}
