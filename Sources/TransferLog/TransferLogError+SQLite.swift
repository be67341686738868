import GRDB

extension TransferLogError {
    /// Names what SQLite reported; errors that are not the database's pass through as they are.
    static func translating(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return TransferLogError(error)
    }

    init(_ error: DatabaseError) {
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(reason)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(reason)
        default: self = .database(reason)
        }
    }
}
