import GRDB
import LogTables
public import Records

public import struct Records.Record

extension LogView {
    /// The whereabouts of `record`, with the names on the way to it.
    ///
    /// A record in a container is where its container is. If the container was moved after the record was put into
    /// it, the whereabouts are implied, and the container's entry determines them.
    ///
    /// With a `moment`, the whereabouts then, with the current names of places.
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

    /// The due date of the record, or of the container that is charged out with it.
    private func due(of record: Record, _ depth: Int) throws -> Timestamp? {
        var id = record.id
        for _ in 0...depth {
            if let loan = try loan(of: id) { return loan.due }
            guard case .container(let outer)? = try standing(of: id)?.placement else { return nil }
            id = outer
        }
        return nil
    }

    /// The whereabouts of a record in a concealed container: the same response as for a record that was never placed.
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

    /// The whereabouts of a record held by a custodian who is concealed from the caller.
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

    /// The home location of the record, if the caller may see it.
    private func home(of record: Record) throws -> Record? {
        guard let home = record.home, try !hides(home) else { return nil }
        return try existing(home)
    }

    /// The whereabouts of a record without transfers: a location is where it was registered, other records have no
    /// placement yet.
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

    /// Whether a valid transfer names the record.
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
}
