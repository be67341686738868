import GRDB
public import Localization
import LogEntries

/// An error of the transfer log.
public enum TransferLogError: Error, Sendable, Hashable, MessageConvertible {
    /// The database file cannot be opened.
    case cannotOpen(path: String, reason: Message)
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
    case closed(Message)
    /// The database contains data that the daemon cannot have written.
    case damaged(Message)
    /// The derived tables do not match the entries.
    case staleTables(Message)
    /// The derived tables are being verified, because the log was not closed or was modified since.
    case unverified
    /// The item or container lies deeper than is supported.
    case tooDeep(item: String, limit: Int)
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

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .cannotOpen(let path, let reason):
            Message("cannot open the transfer log \(path, "file"): \(reason, "reason")")
        case .foreign(let path):
            Message(
                "cannot open the transfer log \(path, "file"): it is another program's database; put the right file back"
            )
        case .newerSchema(let path):
            Message(
                "cannot open the transfer log \(path, "file"): a newer outguided wrote it; install that version"
            )
        case .moved(let path):
            Message(
                "cannot go on with \(path, "file"): it was replaced, moved or removed while outguided had it open, so that "
                    + "nothing written now would be found; stop outguided, put the right files back, and start it again"
            )
        case .busy: Message("cannot take more work just now: try again in a moment")
        case .diskFull: Message("cannot write: the disk is full; nothing was recorded, make room and try again")
        case .readOnly(let reason):
            Message("cannot write: the transfer log is read-only (\(reason, "reason")); nothing was recorded")
        case .inputOutput(let reason):
            Message(
                "cannot use the transfer log: \(reason, "reason"); nothing was recorded, see in the journal of the kernel "
                    + "(dmesg) what the disk reports"
            )
        case .outOfMemory:
            Message(
                "cannot use the transfer log: the system gives SQLite no memory; nothing was recorded, end other programs "
                    + "or raise MemoryMax of outguided.service"
            )
        case .closed(let reason):
            Message("cannot write, the transfer log is closed to writing: \(reason, "reason")")
        case .damaged(let what):
            Message(
                "cannot trust the transfer log: \(what, "reason"); outguide log verify lists all that is wrong, "
                    + "outguide restore puts a backup in its place"
            )
        case .staleTables(let what):
            Message("cannot trust the transfer log: \(what, "reason"); outguide log rebuild makes it anew")
        case .unverified:
            Message(
                "cannot answer yet: outguided was not stopped properly or its log was touched meanwhile, so that all of "
                    + "the log is verified first; outguide status says when that is done, try again then"
            )
        case .tooDeep(let item, let limit):
            Message(
                "cannot follow where \(item, "item") is, which lies more than \(limit, "limit") places deep: "
                    + "take some of it out of the others"
            )
        case .keyReused(let key):
            Message("cannot use idempotency key \(key, "key") again: it belongs to another request")
        case .numbersExhausted(let prefix, let site):
            Message(
                "cannot mint a barcode: all \(prefix, "prefix") numbers of site \(site, "site") are taken; "
                    + "configure another site number"
            )
        case .database(let reason): Message("cannot use the transfer log: \(reason, "reason")")
        }
    }
}

extension TransferLogError {
    /// Translates an error of SQLite, and damage found in entries; other errors are returned unchanged.
    static func translating(_ error: any Error) -> any Error {
        if let damage = error as? LogDamage { return TransferLogError.damaged(Message(verbatim: damage.what)) }
        guard let error = error as? DatabaseError else { return error }
        // The database is interrupted when its caller is cancelled, which does not indicate a problem with the log.
        if error.resultCode == .SQLITE_INTERRUPT {
            return Task.isCancelled
                ? CancellationError() : TransferLogError.closed(Message("it was closed while it was read"))
        }
        return TransferLogError(error)
    }

    /// Why the database at `path` cannot be opened.
    init(opening path: String, failed error: any Error) {
        switch Self.translating(error) as? TransferLogError {
        case .diskFull: self = .diskFull
        case .outOfMemory: self = .outOfMemory
        case .readOnly(let reason): self = .readOnly(reason)
        case .damaged(let what): self = .damaged(Message("\(path, "file"): \(what, "reason")"))
        case .database(let reason), .inputOutput(let reason):
            self = .cannotOpen(path: path, reason: Message(verbatim: reason))
        case let error?: self = .cannotOpen(path: path, reason: error.message)
        case nil: self = .cannotOpen(path: path, reason: Message(verbatim: "\(error)"))
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
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(Message(verbatim: reason))
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
        case let error?: .closed(error.message)
        case nil: .closed(Message("it is not open"))
        }
    }
}
