public import Barcodes

/// Something that happened to the log itself.
public enum LogEvent: Sendable, Hashable {
    /// The daemon's clock stood this many microseconds behind the entry before.
    case clockSteppedBack(microseconds: Int64)
    /// The daemon's clock was put forward by this many microseconds, or stood so far ahead of the entry before that it
    /// may have been.
    case clockSteppedForward(microseconds: Int64)
    /// A copy with this many entries was written and verified.
    case backedUp(entries: Int64, sha256: String)
    /// The log goes on from a copy with this many entries.
    ///
    /// `abandoned` is the last checkpoint outside when the log does not contain what it witnessed: from here on the
    /// log is another one than its holders know. `issued` are the highest numbers of each sort that the log before had
    /// given since the copy: no number up to them is given again.
    case restored(entries: Int64, abandoned: AbandonedHead?, issued: [MintedBarcode], reason: String?)
    /// Checkpoints are signed with another key from now on; both as signed-note verifier keys.
    ///
    /// `old` is nil when nothing is left of the key before.
    case keyRotated(old: String?, new: String, reason: String?)

    /// The past-tense word that stands in the entry as `kind`.
    public var kind: String {
        switch self {
        case .clockSteppedBack: "clock-stepped-back"
        case .clockSteppedForward: "clock-stepped-forward"
        case .backedUp: "backed-up"
        case .restored: "restored"
        case .keyRotated: "key-rotated"
        }
    }
}
