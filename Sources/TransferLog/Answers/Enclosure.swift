public import Records

/// A container, location or custodian around an item.
public struct Enclosure: Sendable, Hashable {
    public let record: Record
    public let isHeld: Bool
}
