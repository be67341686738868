/// The number of a file of readings, in the order in which files were taken; the first is 1.
public struct BatchNumber: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public var description: String { String(rawValue) }

    public static func < (left: BatchNumber, right: BatchNumber) -> Bool { left.rawValue < right.rawValue }
}
