/// The reason why a file of readings is refused as a whole.
public enum BatchFileError: Error, Sendable, Hashable, CustomStringConvertible {
    case tooLong
    case tooManyLines
    /// The file contains no code.
    case empty
    /// The file is UTF-16 or not text.
    case notText
    /// The line with this number cannot be parsed, for this reason.
    case wrongLine(Int, String)

    public var description: String {
        switch self {
        case .tooLong: "cannot take the file: it has more than \(BatchFile.longest) bytes; split it"
        case .tooManyLines: "cannot take the file: it has more than \(BatchFile.mostLines) codes; split it"
        case .empty: "cannot take the file: there is no code in it"
        case .notText: "cannot take the file: it is no text of one byte a character; save it as UTF-8"
        case .wrongLine(let number, let reason): "cannot take the file: line \(number): \(reason)"
        }
    }
}
