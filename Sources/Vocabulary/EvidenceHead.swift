/// How far an entry commits to what stands beside the log: the readings, and the record of access.
public struct EvidenceHead: Sendable, Hashable {
    /// The newest reading that is committed to; 0 for none.
    public let readings: Int64
    /// The running hash over all readings up to it, 64 lower-case hexadecimal digits.
    public let readingsHash: String
    /// The newest row of the record of access that is committed to; 0 for none.
    public let accesses: Int64
    /// The running hash over all rows up to it, 64 lower-case hexadecimal digits.
    public let accessesHash: String

    public init(readings: Int64, readingsHash: String, accesses: Int64, accessesHash: String) {
        self.readings = readings
        self.readingsHash = readingsHash
        self.accesses = accesses
        self.accessesHash = accessesHash
    }

    /// Before anything was committed to.
    public static let none = EvidenceHead(
        readings: 0,
        readingsHash: String(repeating: "0", count: 64),
        accesses: 0,
        accessesHash: String(repeating: "0", count: 64)
    )
}
