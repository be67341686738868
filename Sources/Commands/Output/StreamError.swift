/// The reason why a file or a standard stream cannot be used.
enum StreamError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The reader of standard output has closed it.
    case nobodyReads
    case cannotRead(name: String, reason: String)
    case cannotWrite(name: String, reason: String)
    /// The file has more than this number of bytes.
    case tooLong(name: String, limit: Int)

    var description: String {
        switch self {
        case .nobodyReads: "cannot write the output: the reader closed it"
        case .cannotRead(let name, let reason): "cannot read \(name): \(reason)"
        case .cannotWrite(let name, let reason): "cannot write \(name): \(reason)"
        case .tooLong(let name, let limit): "cannot take \(name): it has more than \(limit) bytes"
        }
    }
}
