import GRDB
import LogProof
public import Records

public import struct Records.Record

extension LogView {
    /// Nesting deeper than this is damage, not storage.
    static let deepestNesting = 64

    /// Where the last transfer that named `id` left it; nil when none did.
    ///
    /// With a `moment`: where it was then, by the times at which things happened.
    public func standing(of id: RecordID, at moment: Timestamp? = nil) throws -> Standing? {
        if let moment { return try pastStanding(of: id, at: moment) }
        let query = "SELECT kind, place, entry, since FROM placement WHERE record = ?"
        return try db.first(query, .integer(id.rawValue)) { try Self.standing($0) }
    }

    /// The same, held against the entry that it follows from: what nobody wrote is not told as the truth.
    func witnessedStanding(of id: RecordID, at moment: Timestamp?) throws -> Standing? {
        guard let standing = try standing(of: id, at: moment) else { return nil }
        try witness(standing, of: id)
        return standing
    }

    private func witness(_ standing: Standing, of id: RecordID) throws {
        let entry = try entry(standing.entry)
        guard case .transferred(let transfer) = entry.fact, transfer.subject == id,
            transfer.to == standing.placement, entry.occurredAt == standing.since
        else { throw TransferLogError.staleTables("the table placement does not agree with entry \(standing.entry)") }
    }

    /// Holds a thing in a list, and where it stands, against the entries that say so.
    public func witness(_ record: Record, _ standing: Standing) throws {
        try witness(standing, of: record.id)
        try witnessTitle(of: record)
    }

    /// Holds the title of `record` against the entry that gave it: words that nobody wrote are not told as its title.
    public func witnessTitle(of record: Record) throws {
        let question = """
            SELECT entry.number, entry.body, entry.leafHash, text.salt FROM record
            JOIN entry ON entry.number = record.titleEntry
            LEFT JOIN text ON text.entry = entry.number AND text.field = 'title'
            WHERE record.id = ?
            """
        try db.each(question, .integer(record.id.rawValue)) { row in
            let (number, body) = (row.integer(0), row.bytes(1))
            guard row.withBytes(2, { TreeHash($0) }) == TreeHash(ofLeaf: body) else {
                throw TransferLogError.notWhatWasWritten(number)
            }
            guard let title = record.title, let salt = Salt(row.bytes(3)),
                Commitment(to: title, salt: salt).stands(in: body, as: .title)
            else { throw TransferLogError.damaged("the title of entry \(number) is not what was written") }
        }
    }

    /// Where `record` is, with the names on the way to it.
    ///
    /// A thing in a container is where its container is. When the container was moved after the thing was put
    /// into it, the thing's whereabouts are implied, and the container's entry is the one that counts.
    ///
    /// With a `moment`: where it was then. Places are named as they are named now.
    public func whereabouts(of record: Record, at moment: Timestamp? = nil) throws -> Whereabouts {
        try witnessTitle(of: record)
        guard let own = try witnessedStanding(of: record.id, at: moment) else {
            if moment == nil, try hasMoved(record.id) {
                throw TransferLogError.staleTables("the table placement lacks \(record.barcode)")
            }
            return try unmoved(record)
        }
        var names: [String] = []
        var newest = own
        var place = try own.placement.place.map { try existing($0) }
        let direct = place
        while let current = place {
            if try hides(current.id) {
                return try current.type == .container ? concealed(record) : withSomebody(record, own)
            }
            try witnessTitle(of: current)
            names.append(current.name)
            guard names.count <= Self.deepestNesting else { throw Self.tooDeep(record) }
            if let parent = current.parent {
                place = try existing(parent)
            } else if let outer = try witnessedStanding(of: current.id, at: moment) {
                if outer.entry > newest.entry { newest = outer }
                place = try outer.placement.place.map { try existing($0) }
            } else {
                place = nil
            }
        }
        let sighting = try moment == nil ? sighting(of: record.id) : nil
        let isDirect = newest.entry == own.entry || sighting.map { $0.entry > newest.entry } == true
        return Whereabouts(
            record: record,
            placement: own.placement,
            place: direct,
            path: names.reversed(),
            home: try home(of: record),
            since: newest.since,
            seen: isDirect ? .direct : .implied,
            entry: newest.entry,
            lastSeen: sighting.map { $0.entry > own.entry ? max($0.seenAt, own.since) : own.since } ?? own.since,
            due: try moment == nil ? due(of: record, names.count) : nil
        )
    }

    /// When it must be back: what it lies in may be what is charged out.
    private func due(of record: Record, _ depth: Int) throws -> Timestamp? {
        var id = record.id
        for _ in 0...depth {
            if let loan = try loan(of: id) { return loan.due }
            guard case .container(let outer)? = try standing(of: id)?.placement else { return nil }
            id = outer
        }
        return nil
    }

    /// Where a thing was when it lay in a container of which the caller may not know: what is answered for a thing that was
    /// never placed.
    private func concealed(_ record: Record) throws -> Whereabouts {
        let registration = try entry(EntryNumber(rawValue: record.id.rawValue))
        return Whereabouts(
            record: record,
            placement: .unknown,
            place: nil,
            path: [],
            home: try home(of: record),
            since: registration.occurredAt,
            seen: .direct,
            entry: registration.number,
            lastSeen: registration.occurredAt,
            due: nil
        )
    }

    /// Where a thing is that somebody has of whom the caller may not know.
    private func withSomebody(_ record: Record, _ own: Standing) throws -> Whereabouts {
        Whereabouts(
            record: record,
            placement: .unknown,
            place: nil,
            path: [],
            home: try home(of: record),
            since: own.since,
            seen: .direct,
            entry: own.entry,
            lastSeen: own.since,
            due: nil
        )
    }

    /// Its home, as far as whoever looks may know of that.
    private func home(of record: Record) throws -> Record? {
        guard let home = record.home, try !hides(home) else { return nil }
        return try existing(home)
    }

    /// The things that hold `placement`, innermost first, as far as they are containers.
    public func containers(around placement: Placement) throws -> [RecordID] {
        var found: [RecordID] = []
        var current = placement
        while case .container(let id) = current {
            if found.contains(id) { break }
            found.append(id)
            guard found.count <= Self.deepestNesting else { throw Self.tooDeep(try existing(id)) }
            guard let outer = try standing(of: id) else { break }
            current = outer.placement
        }
        return found
    }

    /// How deep things lie in one another in `id`: 0 when nothing is in it, and no more than can be followed.
    public func depth(within id: RecordID) throws -> Int {
        let question = """
            WITH RECURSIVE inside (id, depth) AS (
                VALUES (?1, 0)
                UNION SELECT placement.record, depth + 1 FROM inside JOIN placement ON placement.place = inside.id
                    WHERE depth < ?2 AND \(visible("placement.record"))
            )
            SELECT max(depth) FROM inside
            """
        return try db.first(question, .integer(id.rawValue), .integer(Int64(Self.deepestNesting))) {
            Int($0.integer(0))
        } ?? 0
    }

    /// How many locations stand one in another from the location `id` on, itself included.
    public func locationDepth(from id: RecordID) throws -> Int {
        let question = """
            WITH RECURSIVE inside (id, depth) AS (
                VALUES (?1, 1)
                UNION SELECT record.id, depth + 1 FROM inside JOIN record ON record.parent = inside.id WHERE depth < ?2
            )
            SELECT max(depth) FROM inside
            """
        return try db.first(question, .integer(id.rawValue), .integer(Int64(Self.deepestNesting))) {
            Int($0.integer(0))
        } ?? 1
    }

    /// What lies directly at, in or with `id`, those after `cursor`, `limit` at most.
    public func contents(of id: RecordID, after cursor: RecordID?, limit: Int) throws -> [(Record, Standing)] {
        let seen = try hasCirculation ? "sighting.entry, sighting.seenAt" : "NULL, NULL"
        let counts = try hasCirculation ? "LEFT JOIN sighting ON sighting.record = placement.record" : ""
        let isVisible = visible("placement.record")
        let found = try db.all(
            """
            SELECT record.id, record.type, record.kind, barcode.text, text.text, record.home, record.parent,
                placement.kind, placement.place, placement.entry, placement.since, \(seen)
            FROM placement \(counts)
            JOIN record ON record.id = placement.record
            JOIN barcode ON barcode.record = record.id AND barcode.isPrimary = 1
            LEFT JOIN text ON text.entry = record.titleEntry AND text.field = 'title'
            WHERE placement.place = ? AND placement.record > ? AND \(isVisible)
            ORDER BY placement.record LIMIT ?
            """,
            .integer(id.rawValue),
            .integer(cursor?.rawValue ?? 0),
            .integer(Int64(limit))
        ) { row in
            var standing = try Self.standing(row, from: 7)
            if let entry = row.optionalInteger(11), let seenAt = row.optionalInteger(12) {
                standing.sighting = CountSighting(
                    entry: EntryNumber(rawValue: entry),
                    seenAt: Timestamp(clamping: seenAt)
                )
            }
            return (try Self.record(row), standing)
        }
        return zip(try shown(found.map(\.0)), found.map(\.1)).map { ($0, $1) }
    }

    /// Places that lie directly within the location `id`.
    public func locations(within id: RecordID, after cursor: RecordID?, limit: Int) throws -> [Record] {
        try db.all(
            Self.recordQuery + " WHERE record.parent = ? AND record.id > ? ORDER BY record.id LIMIT ?",
            .integer(id.rawValue),
            .integer(cursor?.rawValue ?? 0),
            .integer(Int64(limit)),
            value: Self.record
        )
    }

    /// The thing that must exist because something refers to it.
    func existing(_ id: RecordID) throws -> Record {
        guard let record = try stored(id) else {
            throw TransferLogError.damaged("something refers to record \(id), which does not exist")
        }
        return record
    }

    /// A thing that no transfer named: a location stands where it was registered, anything else is nowhere yet.
    private func unmoved(_ record: Record) throws -> Whereabouts {
        let registration = try entry(EntryNumber(rawValue: record.id.rawValue))
        let parents = try ancestors(of: record)
        return Whereabouts(
            record: record,
            placement: parents.first.map { .location($0.id) } ?? .unknown,
            place: parents.first,
            path: parents.map(\.name).reversed(),
            home: try home(of: record),
            since: registration.occurredAt,
            seen: .direct,
            entry: registration.number,
            lastSeen: registration.occurredAt,
            due: nil
        )
    }

    /// Whether a transfer that still counts named it.
    private func hasMoved(_ id: RecordID) throws -> Bool {
        let question = """
            SELECT 1 FROM history WHERE record = ? AND kind IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry) LIMIT 1
            """
        return try db.first(question, .integer(id.rawValue)) { _ in true } ?? false
    }

    private func ancestors(of record: Record) throws -> [Record] {
        var found: [Record] = []
        var next = record.parent
        while let id = next {
            let parent = try existing(id)
            found.append(parent)
            guard found.count <= Self.deepestNesting else { throw Self.tooDeep(record) }
            next = parent.parent
        }
        return found
    }

    static func tooDeep(_ record: Record) -> TransferLogError {
        .tooDeep("where \(record.barcode) is, which lies more than \(deepestNesting) places deep")
    }

    /// Kind, place, entry and time, in columns that follow each other.
    static func standing(_ row: SQLRow, from column: Int32 = 0) throws -> Standing {
        let place = row.optionalInteger(column + 1).map(RecordID.init(rawValue:))
        guard let placement = Placement(word: row.text(column), place: place) else {
            throw TransferLogError.damaged("entry \(row.integer(column + 2)) left an impossible placement")
        }
        return Standing(
            placement: placement,
            entry: EntryNumber(rawValue: row.integer(column + 2)),
            since: Timestamp(clamping: row.integer(column + 3))
        )
    }
}
