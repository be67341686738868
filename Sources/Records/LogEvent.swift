/// Something that happened to the log itself.
public enum LogEvent: Sendable, Hashable {
    /// The daemon's clock stood this many microseconds behind the entry before.
    case clockSteppedBack(microseconds: Int64)
    /// A copy with this many entries was written and verified.
    case backedUp(entries: Int64, sha256: String)
    /// The log goes on from a copy with this many entries.
    ///
    /// `abandoned` entries that a checkpoint outside had witnessed are no longer part of it.
    case restored(entries: Int64, abandoned: Int64, reason: String?)
    /// Checkpoints are signed with another key from now on; both as signed-note verifier keys.
    case keyRotated(old: String, new: String)

    /// The past-tense word that stands in the entry as `kind`.
    public var kind: String {
        switch self {
        case .clockSteppedBack: "clock-stepped-back"
        case .backedUp: "backed-up"
        case .restored: "restored"
        case .keyRotated: "key-rotated"
        }
    }
}
