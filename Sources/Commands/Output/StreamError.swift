/// Why a file or a standard stream cannot be used.
enum StreamError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The reader of standard output has gone, and wants no more.
    case nobodyReads
    case cannotRead(name: String, reason: String)
    case cannotWrite(name: String, reason: String)
    /// It has more than this many bytes.
    case tooLong(name: String, limit: Int)

    var description: String {
        switch self {
        case .nobodyReads: "cannot write the output: nobody reads it any more"
        case .cannotRead(let name, let reason): "cannot read \(name): \(reason)"
        case .cannotWrite(let name, let reason): "cannot write \(name): \(reason)"
        case .tooLong(let name, let limit): "cannot take \(name): it has more than \(limit) bytes"
        }
    }
}
