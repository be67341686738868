/// Why a drop folder, or a file in it, cannot be used.
enum DropFolderError: Error, Sendable, Hashable, CustomStringConvertible {
    case cannotUse(path: String, reason: String)
    /// The file has more than this many bytes.
    case tooLong(limit: Int)

    var description: String {
        switch self {
        case .cannotUse(let path, let reason): "cannot use \(path): \(reason)"
        case .tooLong(let limit):
            "cannot file it: it has more than \(limit >> 20) MiB, the largestFile of its drop folder; scan it in parts, or "
                + "raise largestFile in outguided.yaml and move the file back"
        }
    }
}
