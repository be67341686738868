/// Why the state directory cannot be used.
public enum StateDirectoryError: Error, Sendable, Equatable, CustomStringConvertible {
    case cannotUse(path: String, reason: String)

    public var description: String {
        switch self {
        case .cannotUse(let path, let reason):
            "cannot use the state directory \(path): \(reason); name another with --state-dir"
        }
    }
}
