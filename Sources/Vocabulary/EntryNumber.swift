/// The number of an entry in the transfer log.
///
/// The first is 1, and there are no gaps.
public struct EntryNumber: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public var description: String { String(rawValue) }

    public static func < (left: EntryNumber, right: EntryNumber) -> Bool { left.rawValue < right.rawValue }
}
