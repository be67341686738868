/// A number that the log gives, which is never used again.
public protocol LogNumber: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible
where RawValue == Int64 {
    init(rawValue: Int64)
}

extension LogNumber {
    public var description: String { String(rawValue) }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The number of an entry in the transfer log.
///
/// The first is 1, and there are no gaps.
public struct EntryNumber: LogNumber {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// The identifier of an entity: the number of the entry that registered it.
///
/// It never changes, reveals nothing about the entity, and needs no random numbers.
public struct EntityID: LogNumber {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public init(registeredBy entry: EntryNumber) { self.rawValue = entry.rawValue }

    /// The entry that registered the entity.
    public var registration: EntryNumber { EntryNumber(rawValue: rawValue) }
}

/// The identifier of a pull list: the number of the entry that created it.
public struct PullListID: LogNumber {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public init(madeBy entry: EntryNumber) { self.init(rawValue: entry.rawValue) }
}

/// The number of a reading, in the order in which readings were stored; the first is 1.
public struct ReadingNumber: LogNumber {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// The number of a file of readings, in the order in which files were taken; the first is 1.
public struct BatchNumber: LogNumber {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// The number of a print run, in the order in which runs began; the first is 1.
public struct PrintBatchNumber: LogNumber {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}
