/// The identifier of an entity: the number of the entry that registered it.
///
/// It never changes, reveals nothing about the entity, and needs no random numbers.
public struct EntityID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public init(registeredBy entry: EntryNumber) { self.rawValue = entry.rawValue }

    public var description: String { String(rawValue) }

    public static func < (left: EntityID, right: EntityID) -> Bool { left.rawValue < right.rawValue }
}
