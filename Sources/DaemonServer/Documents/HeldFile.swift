import Synchronization
import Vocabulary

/// A file in a drop folder that is not filed yet.
struct HeldFile: Sendable, Hashable {
    /// Why the file is not filed.
    enum Reason: Sendable, Hashable, CustomStringConvertible {
        /// It has not been stable for long enough, or files that belong before it may still arrive.
        case settling
        /// A program has it open for writing, or has yet to give it its final name.
        case beingWritten
        /// Its pages are being read.
        case beingRead
        /// It is unreadable, and more of it may still arrive; the text describes the error.
        case unreadable(String)
        /// It cannot be filed now; the text gives the reason.
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

/// The waiting files of each drop folder, for status reports.
final class HeldFiles: Sendable {
    /// The waiting files of one folder.
    struct Folder: Sendable, Hashable {
        /// The first of them, in filing order.
        var files: [HeldFile] = []
        /// The total number of files.
        var total = 0
        /// Why the folder cannot be used; nil when it can.
        var trouble: String?
        /// When the daemon last scanned the folder, or tried to.
        var lookedAt: Timestamp
    }

    /// Maximum number of files listed per folder.
    static let most = 100

    private let folders = Mutex<[String: Folder]>([:])

    /// The waiting files in the folder at `path`; nil before its first scan.
    subscript(path: String) -> Folder? {
        get { folders.withLock { $0[path] } }
        set { folders.withLock { $0[path] = newValue } }
    }
}
