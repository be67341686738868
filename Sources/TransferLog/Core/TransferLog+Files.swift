import GRDB
import Localization
import Synchronization

extension TransferLog {
    /// Closes the files: reads and writes are refused with `reason` until ``reopen()``.
    ///
    /// Work in progress completes first; long reads are interrupted. The files are marked as closed unless the log is
    /// not trusted.
    func release(because reason: Message) throws {
        let (store, isTrusted) = state.withLock { state in
            let isTrusted = (state.closedBecause ?? state.obstacle)?.mayPass ?? true && !state.isUnverified
            defer { (state.store, state.closedBecause) = (.nothing, .closed(reason)) }
            return (state.store, isTrusted)
        }
        do {
            switch store {
            case .whole(let pool, let queue, let readers):
                try readers.close()
                queue.refuse(because: .closed(reason), isEnding: true)
                try queue.drain.close()
                let file = try pool.writeWithoutTransaction { [mark] db in
                    // All data is then in the single database file.
                    try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                    // In this order another program's write is detected, here or by the times of the file.
                    let file = mark?.file
                    return (try? queue.checkWriter(of: db)) == nil ? nil : file
                }
                try pool.close()
                if isTrusted, let file { mark?.leave(on: file) }
            case .readable(let reader): try reader.close()
            case .nothing: break
            }
        } catch {
            throw TransferLogError.translating(error)
        }
    }

    /// Opens the files again; if they cannot be fully opened, opens the readable part and throws the reason.
    ///
    /// A log from elsewhere `isVerified` if all of it was verified before.
    public func reopen(isVerified: Bool = false) throws(TransferLogError) {
        // Within one process, a connection opened for reading only would prevent the file from being written.
        if let trouble { try? release(because: trouble.message) }
        do throws(TransferLogError) {
            memory.forget()
            let isUnverified = mark.map { !isVerified && !$0.fits } ?? false
            let store = try LogStore.opening(path, memory: memory, isHeld: isUnverified)
            mark?.remove()
            state.withLock { $0 = State(store: store, isUnverified: isUnverified, firstKey: $0.firstKey) }
        } catch {
            var store = LogStore.nothing
            if case .foreign = error {} else { store = .reading(path) }
            state.withLock { $0 = State(store: store, closedBecause: error, firstKey: $0.firstKey) }
            throw error
        }
    }
}
