/// The identifier of a pull list: the number of the entry that created it.
public struct PullListID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public init(madeBy entry: EntryNumber) { self.init(rawValue: entry.rawValue) }

    public var description: String { String(rawValue) }

    public static func < (left: PullListID, right: PullListID) -> Bool { left.rawValue < right.rawValue }
}
