public import Barcodes

/// An event that concerns the log itself.
public enum LogEvent: Sendable, Hashable {
    /// The daemon's clock was this many microseconds behind the previous entry.
    case clockSteppedBack(microseconds: Int64)
    /// The daemon's clock was set forward by this many microseconds, or may have been because it was that far ahead of
    /// the previous entry.
    case clockSteppedForward(microseconds: Int64)
    /// A backup with this many entries was written and verified.
    case backedUp(entries: Int64, sha256: String)
    /// The log was restored from a backup with this many entries.
    ///
    /// `abandoned` is the last external checkpoint, if the restored log does not contain the entries that it covers.
    /// The log then diverges from what holders of that checkpoint know. `issued` has, for each prefix, the highest
    /// number that the previous log had minted since the backup; numbers up to it are not minted again.
    case restored(entries: Int64, abandoned: AbandonedHead?, issued: [MintedBarcode], reason: String?)
    /// The key that signs checkpoints was replaced; both keys are given as signed-note verifier keys.
    ///
    /// `old` is nil if the previous key is lost.
    case keyRotated(old: String?, new: String, reason: String?)
    /// The log commits to the readings and the record of access, which stand beside it.
    case evidenceCommitted(EvidenceHead)
}

/// A checkpointed state of the log that a restored log does not continue.
public struct AbandonedHead: Sendable, Hashable {
    /// The number of entries that the checkpoint covers.
    public let entries: Int64
    /// The root hash of the tree over these entries, in base64.
    public let root: String

    public init(entries: Int64, root: String) {
        self.entries = entries
        self.root = root
    }
}

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
