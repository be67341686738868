import GRDB
public import Records

extension LogTransaction {
    /// What a station, or a terminal in a file, is in the middle of; nil when it never scanned or was ended.
    public func session(of name: SessionName) throws -> StationSession? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT context, place, armed, touchedAt FROM session WHERE station = ?"),
            arguments: [name.text]
        ).map { row in
            let place = (row[1] as Int64?).map(RecordID.init(rawValue:))
            guard let context = StationContext(word: row[0], place: place) else {
                throw TransferLogError.damaged("the session \(name) has an impossible context")
            }
            return StationSession(
                context: context,
                armed: (row[2] as String?).flatMap { ControlCommand(word: $0) },
                touchedAt: Timestamp(clamping: row[3])
            )
        }
    }

    /// Keeps what it is in the middle of.
    public func save(_ session: StationSession, of name: SessionName) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO session (station, context, place, armed, touchedAt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (station) DO UPDATE SET
                    context = excluded.context, place = excluded.place, armed = excluded.armed,
                    touchedAt = excluded.touchedAt
                """
        ).execute(
            arguments: [
                name.text, session.context.word, session.context.place?.rawValue, session.armed?.word,
                session.touchedAt.microseconds,
            ]
        )
    }

    /// Forgets what it is in the middle of.
    public func endSession(of name: SessionName) throws {
        try db.cachedStatement(sql: "DELETE FROM session WHERE station = ?").execute(arguments: [name.text])
    }

    /// Forgets sessions that nobody touched since `instant`.
    public func endSessions(untouchedSince instant: Timestamp) throws {
        try db.cachedStatement(sql: "DELETE FROM session WHERE touchedAt < ?").execute(
            arguments: [instant.microseconds]
        )
    }
}
