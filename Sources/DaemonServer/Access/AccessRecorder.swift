import Circulation
import Hummingbird
import Records
import TransferLog

/// Keeps who looked at what is kept from others, at the log, or came without the right to.
struct AccessRecorder: Sendable {
    let log: TransferLog
    let book: AccessBook

    /// The circulation as whoever sent a request may see it.
    ///
    /// What it shows of things that are kept from some is recorded before it is shown; what it conceals is recorded
    /// afterwards, so that nobody can tell it from what is not there by how long that takes.
    func circulation(_ circulation: Circulation, for context: PeerContext) -> Circulation {
        let route = context.endpointPath ?? ""
        let (peer, rights) = (context.peer, context.rights)
        return circulation.seen(as: rights.sight) { [self] glimpses in
            let rows = glimpses.map { glimpse in
                Access(
                    at: UTCClock.system.now(),
                    principal: peer.principal,
                    roles: rights.roles,
                    act: .thing,
                    route: route,
                    record: glimpse.record,
                    level: glimpse.level,
                    isGranted: glimpse.isShown
                )
            }
            for row in rows where !row.isGranted { book.put(row) }
            let granted = rows.filter(\.isGranted)
            if !granted.isEmpty { try await write(granted) }
        }
    }

    /// Notes that `context` did `act`, or was refused it, without waiting until that is written.
    func note(_ act: Access.Act, by context: PeerContext, route: String, isGranted: Bool, detail: String? = nil) {
        book.put(
            Access(
                at: UTCClock.system.now(),
                principal: context.peer.principal,
                roles: context.rights.roles,
                act: act,
                route: route,
                isGranted: isGranted,
                detail: detail
            )
        )
    }

    /// Writes rows, and returns once they are on the disk.
    func write(_ rows: [Access]) async throws {
        try await log.write { transaction in for row in rows { try transaction.note(row) } }
    }
}
