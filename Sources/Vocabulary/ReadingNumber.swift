/// The number of a reading, in the order in which readings were stored; the first is 1.
public struct ReadingNumber: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public var description: String { String(rawValue) }

    public static func < (left: ReadingNumber, right: ReadingNumber) -> Bool { left.rawValue < right.rawValue }
}
