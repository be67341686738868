import Circulation
import Hummingbird
import TransferLog
import Vocabulary

/// Records access to concealed entities and to the log, and attempts without permission.
struct AccessRecorder: Sendable {
    let log: TransferLog
    let book: AccessBook

    /// The circulation as the sender of a request may see it.
    ///
    /// Disclosures of concealed entities are recorded before the response. Records that stay concealed are recorded
    /// afterwards, so that the response time does not reveal that they exist.
    func circulation(_ circulation: Circulation, for context: PeerContext) -> Circulation {
        let route = context.endpointPath ?? ""
        let (peer, rights) = (context.peer, context.rights)
        return circulation.seen(as: rights.clearance) { [self] disclosures in
            let rows = disclosures.map { disclosure in
                Access(
                    at: UTCClock.system.now(),
                    principal: peer.principal,
                    roles: rights.roles,
                    act: .thing,
                    route: route,
                    entity: disclosure.entity,
                    level: disclosure.level,
                    isGranted: disclosure.isShown
                )
            }
            for row in rows where !row.isGranted { book.put(row) }
            let granted = rows.filter(\.isGranted)
            if !granted.isEmpty { try await write(granted) }
        }
    }

    /// Records that the caller performed `act`, or was refused, without waiting for the write.
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

    /// Writes rows, and returns when they are on disk.
    func write(_ rows: [Access]) async throws {
        try await log.write { transaction in for row in rows { try transaction.note(row) } }
    }
}
