/// Why a file is not a bundle.
public enum BundleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// More bytes than a bundle may have.
    case tooLarge(Int)
    /// Not the strict JSON that bundles are.
    case notJSON
    /// Another sort of file; the value is what its `format` says, or empty.
    case otherFormat(String)
    /// A bundle of a version that this program does not know.
    case otherVersion(Int64)
    /// A member is missing, or not of the form that it should have.
    case malformed(member: String)
    /// A member that bundles of this version do not have.
    case unknownMember(String)
    /// The checkpoint of this member cannot be read.
    case checkpoint(member: String, CheckpointError)
    /// The key of this member cannot be read.
    case key(member: String, NoteKeyError)
    /// The parts do not belong together: the proof is of another entry or tree.
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
