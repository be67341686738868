/// Why a lock cannot be taken.
public enum ExclusiveLockError: Error, Sendable, Equatable, CustomStringConvertible {
    case cannotOpen(path: String, reason: String)
    case held(path: String, by: Int32?)

    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "cannot open the lock \(path): \(reason)"
        case .held(let path, let pid):
            "cannot start: another outguided\(pid.map { " (process \($0))" } ?? "") holds \(path); stop it first"
        }
    }
}
