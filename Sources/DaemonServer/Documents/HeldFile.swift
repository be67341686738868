import Records
import Synchronization

/// A file in a drop folder that is not filed yet.
struct HeldFile: Sendable, Hashable {
    /// Why it is not.
    enum Reason: Sendable, Hashable, CustomStringConvertible {
        /// It has not stayed as it is for long enough, or others may still come that belong before it.
        case settling
        /// A program has it open for writing, or has still to give it its name.
        case beingWritten
        /// Its pages are looked at.
        case beingRead
        /// It cannot be read as it is, and more of it may still come; the text says what is wrong.
        case unreadable(String)
        /// It cannot be filed now; the text says why.
        case cannot(String)
        /// It comes after the file of this name.
        case behind(String)

        var description: String {
            switch self {
            case .settling: "it changes, or others may still come that belong before it"
            case .beingWritten: "its writer has not finished it"
            case .beingRead: "its pages are being read"
            case .unreadable(let reason), .cannot(let reason): reason
            case .behind(let name): "it comes after “\(name)”"
            }
        }
    }

    let name: String
    /// When the daemon first saw it.
    let since: Timestamp
    let reason: Reason
}

/// The files that wait in each drop folder, for whoever reports them.
final class HeldFiles: Sendable {
    /// Those of one folder.
    struct Folder: Sendable, Hashable {
        /// The first of them in the order in which they will be filed.
        var files: [HeldFile] = []
        /// How many there are.
        var total = 0
        /// Why the folder cannot be used; nil when it can.
        var trouble: String?
        /// When the daemon last looked into it, or tried to.
        var lookedAt: Timestamp
    }

    /// As many files of a folder are named.
    static let most = 100

    private let folders = Mutex<[String: Folder]>([:])

    /// What waits in the folder at `path`; nil before the daemon has looked.
    subscript(path: String) -> Folder? {
        get { folders.withLock { $0[path] } }
        set { folders.withLock { $0[path] = newValue } }
    }
}
