import GRDB
import LogEntries

extension TransferLogError {
    /// Translates an error of SQLite, and damage found in entries; other errors are returned unchanged.
    static func translating(_ error: any Error) -> any Error {
        if let damage = error as? LogDamage { return TransferLogError.damaged(damage.what) }
        guard let error = error as? DatabaseError else { return error }
        // The database is interrupted when its caller is cancelled, which does not indicate a problem with the log.
        if error.resultCode == .SQLITE_INTERRUPT {
            return Task.isCancelled ? CancellationError() : TransferLogError.closed("it was closed while it was read")
        }
        return TransferLogError(error)
    }

    /// Why the database at `path` cannot be opened.
    init(opening path: String, failed error: any Error) {
        switch Self.translating(error) as? TransferLogError {
        case .diskFull: self = .diskFull
        case .outOfMemory: self = .outOfMemory
        case .readOnly(let reason): self = .readOnly(reason)
        case .damaged(let what): self = .damaged("\(path): \(what)")
        case .database(let reason), .inputOutput(let reason): self = .cannotOpen(path: path, reason: reason)
        default: self = .cannotOpen(path: path, reason: "\(error)")
        }
    }

    init(_ error: DatabaseError) {
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(reason)
        case .SQLITE_NOMEM: self = .outOfMemory
        // When no file descriptor is left, SQLite cannot open its files either.
        case .SQLITE_IOERR, .SQLITE_CANTOPEN: self = .inputOutput(reason)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(reason)
        default: self = .database(reason)
        }
    }
}
