/// Why a file of readings cannot be taken; nothing of it is taken then.
public enum BatchFileError: Error, Sendable, Hashable, CustomStringConvertible {
    case tooLong
    case tooManyLines
    /// There is no code in it.
    case empty
    /// It is in UTF-16, or no text at all.
    case notText
    /// The line cannot be understood, for this reason.
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
