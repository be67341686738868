public import Vocabulary

/// A container, location or custodian around an item.
public struct Enclosure: Sendable, Hashable {
    public let entity: Entity
    public let isHeld: Bool
}
