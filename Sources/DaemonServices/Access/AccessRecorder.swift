package import Circulation
package import TransferLog
package import Vocabulary

/// Records access to concealed entities and to the log, and attempts without permission.
package struct AccessRecorder: Sendable {
    let log: TransferLog
    package let book: AccessBook
    let clock: UTCClock

    package init(log: TransferLog, book: AccessBook, clock: UTCClock) {
        self.log = log
        self.book = book
        self.clock = clock
    }

    /// The circulation as a caller with these rights may see it through `route`.
    ///
    /// Disclosures of concealed entities are recorded before the response. Records that stay concealed are recorded
    /// afterwards, so that the response time does not reveal that they exist.
    package func circulation(
        _ circulation: Circulation,
        for principal: Principal,
        with rights: Rights,
        through route: String
    ) -> Circulation {
        circulation.seen(as: rights.clearance) { [self] disclosures in
            let rows = disclosures.map { disclosure in
                Access(
                    at: clock.now(),
                    principal: principal,
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
    package func note(
        _ act: Access.Act,
        by principal: Principal,
        with rights: Rights,
        through route: String,
        isGranted: Bool,
        detail: String? = nil
    ) {
        book.put(
            Access(
                at: clock.now(),
                principal: principal,
                roles: rights.roles,
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
