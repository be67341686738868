public import Records

/// Something that a thing lies in, or somebody who has it.
public struct Around: Sendable, Hashable {
    public let record: Record
    public let isHeld: Bool
}
