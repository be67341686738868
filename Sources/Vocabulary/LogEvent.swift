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
