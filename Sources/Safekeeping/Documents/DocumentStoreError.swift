/// Why a document cannot be stored or read.
public enum DocumentStoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The disk is full, or would be.
    case noRoom(path: String)
    case cannotUse(path: String, reason: String)
    /// The file no longer exists.
    case missing(hash: String)
    /// The file differs from what was stored.
    case changed(hash: String)

    public var description: String {
        switch self {
        case .noRoom(let path): "cannot store a document in \(path): the disk is full, make room"
        case .cannotUse(let path, let reason): "cannot use \(path): \(reason)"
        case .missing(let hash): "cannot find the document \(hash): its file is gone, bring it back from a backup"
        case .changed(let hash): "cannot trust the document \(hash): its file was changed, bring it back from a backup"
        }
    }
}
