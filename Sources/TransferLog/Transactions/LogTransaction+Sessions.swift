import LogTables
public import Vocabulary

extension LogTransaction {
    /// The session of a station, or of a terminal in an uploaded file; nil before its first scan and after its end.
    public func session(of name: SessionName) throws -> StationSession? { try view.session(of: name) }

    /// Stores the session.
    public func save(_ session: StationSession, of name: SessionName) throws {
        try db.run(
            """
            INSERT INTO session
                (station, context, place, giver, list, armed, waiting, clerk, signedInAt, openedAt, touchedAt, run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (station) DO UPDATE SET
                context = excluded.context, place = excluded.place, giver = excluded.giver, list = excluded.list,
                armed = excluded.armed, waiting = excluded.waiting, clerk = excluded.clerk, signedInAt = excluded.signedInAt,
                openedAt = excluded.openedAt, touchedAt = excluded.touchedAt, run = excluded.run
            """,
            [
                .text(name.text), .text(session.context.word), SQLValue(session.context.place?.rawValue),
                SQLValue(session.context.giver?.rawValue), SQLValue(session.context.list?.rawValue),
                SQLValue(session.armed?.word), SQLValue(session.waiting?.rawValue), SQLValue(session.clerk?.rawValue),
                SQLValue(session.signedInAt?.microseconds), .integer(session.openedAt.microseconds),
                .integer(session.touchedAt.microseconds), .integer(Int64(session.run)),
            ]
        )
    }

    /// Deletes the session.
    public func endSession(of name: SessionName) throws {
        try db.run("DELETE FROM session WHERE station = ?", [.text(name.text)])
        try db.run("DELETE FROM stationCount WHERE station = ?", [.text(name.text)])
    }

    /// Deletes sessions last used before `instant`, and the remembered readings and counts of stations without a
    /// session.
    public func endSessions(untouchedSince instant: Timestamp) throws {
        try db.run("DELETE FROM session WHERE touchedAt < ?", [.integer(instant.microseconds)])
        for table in ["stationCount", "stationReading"] {
            try db.run("DELETE FROM \(table) WHERE station NOT IN (SELECT station FROM session)")
        }
    }
}

extension LogView {
    /// The session of a station, or of a terminal in an uploaded file; nil before its first scan and after its end.
    public func session(of name: SessionName) throws -> StationSession? {
        try db.first(Self.sessionQuery + " WHERE station = ?", [.text(name.text)]) { try Self.session($0) }
    }

    /// The stations with a session, by name.
    public func sessions() throws -> [(station: StationName, session: StationSession)] {
        var found: [(station: StationName, session: StationSession)] = []
        try db.each(Self.sessionQuery + " ORDER BY station") { row in
            // Terminals in uploaded files are not stations.
            if let name = StationName(row.text(0)) { found.append((name, try Self.session(row))) }
        }
        return found
    }

    private static let sessionQuery = """
        SELECT station, context, place, giver, armed, waiting, clerk, signedInAt, openedAt, touchedAt, run, list FROM session
        """

    private static func session(_ row: SQLRow) throws -> StationSession {
        let place = row.optionalEntity(2)
        let giver = row.optionalEntity(3)
        let list = row.optionalInteger(11).map(PullListID.init(rawValue:))
        guard let context = StationContext(word: row.text(1), place: place, giver: giver, list: list) else {
            throw TransferLogError.damaged("the session \(row.text(0)) has an impossible context")
        }
        return StationSession(
            context: context,
            armed: ControlCommand(word: row.text(4)),
            waiting: row.optionalEntity(5),
            clerk: row.optionalEntity(6),
            signedInAt: row.optionalMoment(7),
            openedAt: row.moment(8),
            touchedAt: row.moment(9),
            run: Int(clamping: row.integer(10))
        )
    }
}
