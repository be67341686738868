import Localization
import LogTables
public import Vocabulary

extension LogTransaction {
    /// The session of a station, or of a terminal in an uploaded file; nil before its first scan and after its end.
    public func session(of name: SessionName) throws -> StationSession? { try view.session(of: name) }

    /// Stores the session.
    public func save(_ session: StationSession, of name: SessionName) throws {
        let context = StoredContext(session)
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
                .text(name.text), .text(context.word), SQLValue(context.place),
                SQLValue(session.context.giver?.rawValue), SQLValue(context.list),
                SQLValue(context.armed), SQLValue(session.waiting?.rawValue), SQLValue(session.clerk?.rawValue),
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
        let stored = StoredContext(
            word: row.text(1),
            place: row.optionalInteger(2),
            list: row.optionalInteger(11),
            armed: row.text(4)
        )
        let giver = row.optionalEntity(3)
        let place = stored.place.map(EntityID.init(rawValue:))
        let list = stored.list.map(PullListID.init(rawValue:))
        guard let context = StationContext(word: stored.word, place: place, giver: giver, list: list) else {
            throw TransferLogError.damaged(Message("the session \(row.text(0), "session") has an impossible context"))
        }
        return StationSession(
            context: context,
            armed: stored.armed.flatMap { ControlCommand(word: $0) },
            waiting: row.optionalEntity(5),
            clerk: row.optionalEntity(6),
            signedInAt: row.optionalMoment(7),
            openedAt: row.moment(8),
            touchedAt: row.moment(9),
            run: Int(clamping: row.integer(10))
        )
    }
}

/// The context and the armed command as the table has them.
///
/// A constraint of the table names the contexts. A mode that it does not name is written in front of the armed command,
/// and the context reads closed, so that a new mode needs no new table. An older version then finds nothing open.
private struct StoredContext {
    private static let modes: Set = ["counting", "pulling"]

    var word: String
    var place: Int64?
    var list: Int64?
    var armed: String?

    init(_ session: StationSession) {
        word = session.context.word
        place = session.context.place?.rawValue
        list = session.context.list?.rawValue
        armed = session.armed?.word
        guard case .mode = session.context, !Self.modes.contains(word) else { return }
        armed = [word, place.map { "\($0)" } ?? "", list.map { "\($0)" } ?? "", armed ?? ""].joined(separator: "/")
        (word, place, list) = ("closed", nil, nil)
    }

    /// Reads the columns.
    init(word: String, place: Int64?, list: Int64?, armed: String) {
        (self.word, self.place, self.list, self.armed) = (word, place, list, armed)
        let parts = armed.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 4 else { return }
        (self.word, self.place, self.list, self.armed) = (parts[0], Int64(parts[1]), Int64(parts[2]), parts[3])
    }
}
