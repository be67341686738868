/// The reason why a text is not a valid checkpoint of a log.
public enum CheckpointError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The note cannot be parsed or verified.
    case note(NoteError)
    /// The text does not have the lines of a checkpoint.
    case malformed
    /// The first line is empty or has a control character.
    case malformedOrigin
    /// The second line is not a number of leaves, or has leading zeros.
    case malformedSize
    /// The third line is not a hash in base64.
    case malformedRoot
    /// A line after the third is empty or has a control character.
    case malformedExtension
    /// The later checkpoint comes from another log.
    case otherOrigin(expected: String, found: String)
    /// The two checkpoints cannot both be true of one log.
    case inconsistent(TreeError)

    public var description: String {
        switch self {
        case .note(let error): error.description
        case .malformed: "cannot read the checkpoint, it has not the lines origin, size and root hash"
        case .malformedOrigin: "cannot use the origin of the checkpoint, it is one line that is not empty"
        case .malformedSize: "cannot read the size in the checkpoint, it is a number without leading zeros"
        case .malformedRoot: "cannot read the root hash in the checkpoint, it is 44 characters of base64"
        case .malformedExtension: "cannot use the lines after the root hash, none of them may be empty"
        case .otherOrigin(let expected, let found):
            "cannot compare checkpoints of different logs, one is of \(expected) and one of \(found)"
        case .inconsistent(let error): error.description
        }
    }
}
