/// The reason why a file is not a valid bundle.
public enum BundleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file is larger than a bundle may be.
    case tooLarge(Int)
    /// The file is not JSON in the strict form of bundles.
    case notJSON
    /// The file has another format; the value is its `format`, or empty.
    case otherFormat(String)
    /// The bundle has a version that this program does not know.
    case otherVersion(Int64)
    /// A member is missing or malformed.
    case malformed(member: String)
    /// The bundle has a member that this version does not define.
    case unknownMember(String)
    /// The checkpoint in this member cannot be parsed.
    case checkpoint(member: String, CheckpointError)
    /// The key in this member cannot be parsed.
    case key(member: String, NoteKeyError)
    /// The parts do not belong together: the proof is for another entry or tree.
    case mismatch(member: String)

    public var description: String {
        switch self {
        case .tooLarge(let count): "cannot read a bundle of \(count) bytes, the most is \(ProofBundle.largest)"
        case .notJSON: "cannot read the bundle, it is not JSON or states something twice"
        case .otherFormat(let format): "cannot read a file of the format \"\(format)\", ask the log for a new one"
        case .otherVersion(let version): "cannot read a bundle of version \(version), use a newer program"
        case .malformed(let member): "cannot read \"\(member)\" in the bundle, ask the log for a new one"
        case .unknownMember(let member): "cannot tell what \"\(member)\" in the bundle means, use a newer program"
        case .checkpoint(let member, let error): "\(error.description) (in \"\(member)\")"
        case .key(let member, let error): "\(error.description) (in \"\(member)\")"
        case .mismatch(let member): "cannot make a bundle, \"\(member)\" belongs to another entry or tree"
        }
    }
}
