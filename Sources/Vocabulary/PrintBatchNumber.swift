/// The number of a print run, in the order in which runs began; the first is 1.
public struct PrintBatchNumber: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    public var description: String { String(rawValue) }

    public static func < (left: PrintBatchNumber, right: PrintBatchNumber) -> Bool { left.rawValue < right.rawValue }
}
