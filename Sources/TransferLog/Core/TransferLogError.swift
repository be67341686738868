import GRDB
import LogEntries

/// An error of the transfer log.
public enum TransferLogError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The database file cannot be opened.
    case cannotOpen(path: String, reason: String)
    /// The file is the database of another program.
    case foreign(path: String)
    /// The database was written by a newer Outguide.
    case newerSchema(path: String)
    /// A file of the database was replaced, renamed or removed while it was open.
    case moved(path: String)
    /// The queue of pending changes is full.
    case busy
    /// The disk is full; acknowledged changes are safe.
    case diskFull
    /// The file or its file system is read-only.
    case readOnly(String)
    /// The system failed to read or write the file.
    case inputOutput(String)
    /// The system refused memory to SQLite.
    case outOfMemory
    /// The log was closed to writing for this reason.
    case closed(String)
    /// The database contains data that the daemon cannot have written.
    case damaged(String)
    /// The derived tables do not match the entries.
    case staleTables(String)
    /// The derived tables are being verified, because the log was not closed or was modified since.
    case unverified
    /// Containers are nested deeper than is supported.
    case tooDeep(String)
    /// The idempotency key was used before for a different request.
    case keyReused(String)
    /// All serial numbers of this prefix and site are used.
    case numbersExhausted(prefix: String, site: String)
    /// Any other error of SQLite.
    case database(String)

    /// Whether the error may pass without a restart, as a full disk does when space is freed.
    public var mayPass: Bool {
        switch self {
        case .cannotOpen, .busy, .diskFull, .readOnly, .inputOutput, .outOfMemory, .database, .unverified: true
        case .foreign, .newerSchema, .moved, .closed, .damaged, .staleTables, .tooDeep, .keyReused, .numbersExhausted:
            false
        }
    }

    /// A stable word.
    public var kind: String {
        switch self {
        case .busy, .unverified: "busy"
        case .keyReused: "key-reused"
        case .numbersExhausted: "conflict"
        case .tooDeep: "nested-too-deep"
        case .database: "internal"
        case .closed, .diskFull, .readOnly, .inputOutput, .outOfMemory, .damaged, .staleTables, .moved, .foreign,
            .newerSchema, .cannotOpen:
            "degraded"
        }
    }

    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "cannot open the transfer log \(path): \(reason)"
        case .foreign(let path):
            "cannot open the transfer log \(path): it is another program's database; put the right file back"
        case .newerSchema(let path):
            "cannot open the transfer log \(path): a newer outguided wrote it; install that version"
        case .moved(let path):
            "cannot go on with \(path): it was replaced, moved or removed while outguided had it open, so that nothing written "
                + "now would be found; stop outguided, put the right files back, and start it again"
        case .busy: "cannot take more work just now: try again in a moment"
        case .diskFull: "cannot write: the disk is full; nothing was recorded, make room and try again"
        case .readOnly(let reason): "cannot write: the transfer log is read-only (\(reason)); nothing was recorded"
        case .inputOutput(let reason):
            "cannot use the transfer log: \(reason); nothing was recorded, see in the journal of the kernel (dmesg) what the "
                + "disk reports"
        case .outOfMemory:
            "cannot use the transfer log: the system gives SQLite no memory; nothing was recorded, end other programs or raise "
                + "MemoryMax of outguided.service"
        case .closed(let reason): "cannot write, the transfer log is closed to writing: \(reason)"
        case .damaged(let what):
            "cannot trust the transfer log: \(what); outguide log verify lists all that is wrong, outguide restore puts a "
                + "backup in its place"
        case .staleTables(let what): "cannot trust the transfer log: \(what); outguide log rebuild makes it anew"
        case .unverified:
            "cannot answer yet: outguided was not stopped properly or its log was touched meanwhile, so that all of the log is "
                + "verified first; outguide status says when that is done, try again then"
        case .tooDeep(let what): "cannot follow \(what): take some of it out of the others"
        case .keyReused(let key): "cannot use idempotency key \(key) again: it belongs to another request"
        case .numbersExhausted(let prefix, let site):
            "cannot mint a barcode: all \(prefix) numbers of site \(site) are taken; configure another site number"
        case .database(let reason): "cannot use the transfer log: \(reason)"
        }
    }
}

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

extension TransferLogError? {
    /// The error that the log is closed to writing, with the reason.
    var asClosed: TransferLogError {
        switch self {
        case .closed(let reason)?: .closed(reason)
        // The messages of these already state that nothing can be written.
        case .diskFull?: .diskFull
        case .outOfMemory?: .outOfMemory
        case .readOnly(let reason)?: .readOnly(reason)
        case let error?: .closed(error.description)
        case nil: .closed("it is not open")
        }
    }
}
