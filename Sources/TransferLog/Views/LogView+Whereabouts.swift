import GRDB
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

extension LogView {
    /// The whereabouts of `record`, with the names on the way to it.
    ///
    /// An entity in a container is where its container is. If the container was moved after the entity was put into
    /// it, the whereabouts are implied, and the container's entry determines them.
    ///
    /// With a `moment`, the whereabouts then, with the current names of places.
    public func whereabouts(of entity: Entity, at moment: Timestamp? = nil) throws -> Whereabouts {
        try witnessTitle(of: entity)
        guard let own = try witnessedStanding(of: entity.id, at: moment) else {
            if moment == nil, try hasMoved(entity.id) {
                throw TransferLogError.staleTables("the table placement lacks \(entity.barcode)")
            }
            return try unmoved(entity)
        }
        var names: [String] = []
        var newest = own
        var place = try own.placement.place.map { try existing($0) }
        let direct = place
        while let current = place {
            if try hides(current.id) {
                return try current.type == .container ? concealed(entity) : withSomebody(entity, own)
            }
            try witnessTitle(of: current)
            names.append(current.name)
            guard names.count <= Self.deepestNesting else { throw Self.tooDeep(entity) }
            if let parent = current.parent {
                place = try existing(parent)
            } else if let outer = try witnessedStanding(of: current.id, at: moment) {
                if outer.entry > newest.entry { newest = outer }
                place = try outer.placement.place.map { try existing($0) }
            } else {
                place = nil
            }
        }
        let sighting = try moment == nil ? sighting(of: entity.id) : nil
        let isDirect = newest.entry == own.entry || sighting.map { $0.entry > newest.entry } == true
        return Whereabouts(
            entity: entity,
            placement: own.placement,
            place: direct,
            path: names.reversed(),
            home: try home(of: entity),
            since: newest.since,
            seen: isDirect ? .direct : .implied,
            entry: newest.entry,
            lastSeen: sighting.map { $0.entry > own.entry ? max($0.seenAt, own.since) : own.since } ?? own.since,
            due: try moment == nil ? due(of: entity, names.count) : nil
        )
    }

    /// The due date of the entity, or of the container that is charged out with it.
    private func due(of entity: Entity, _ depth: Int) throws -> Timestamp? {
        var id = entity.id
        for _ in 0...depth {
            if let loan = try loan(of: id) { return loan.due }
            guard case .container(let outer)? = try standing(of: id)?.placement else { return nil }
            id = outer
        }
        return nil
    }

    /// The whereabouts of an entity in a concealed container: the same response as for an entity that was never placed.
    private func concealed(_ entity: Entity) throws -> Whereabouts {
        let registration = try entry(EntryNumber(rawValue: entity.id.rawValue))
        return Whereabouts(
            entity: entity,
            placement: .unknown,
            place: nil,
            path: [],
            home: try home(of: entity),
            since: registration.occurredAt,
            seen: .direct,
            entry: registration.number,
            lastSeen: registration.occurredAt,
            due: nil
        )
    }

    /// The whereabouts of an entity held by a custodian who is concealed from the caller.
    private func withSomebody(_ entity: Entity, _ own: Standing) throws -> Whereabouts {
        Whereabouts(
            entity: entity,
            placement: .unknown,
            place: nil,
            path: [],
            home: try home(of: entity),
            since: own.since,
            seen: .direct,
            entry: own.entry,
            lastSeen: own.since,
            due: nil
        )
    }

    /// The home location of the entity, if the caller may see it.
    private func home(of entity: Entity) throws -> Entity? {
        guard let home = entity.home, try !hides(home) else { return nil }
        return try existing(home)
    }

    /// The whereabouts of an entity without transfers: a location is where it was registered, other entities have no
    /// placement yet.
    private func unmoved(_ entity: Entity) throws -> Whereabouts {
        let registration = try entry(EntryNumber(rawValue: entity.id.rawValue))
        let parents = try ancestors(of: entity)
        return Whereabouts(
            entity: entity,
            placement: parents.first.map { .location($0.id) } ?? .unknown,
            place: parents.first,
            path: parents.map(\.name).reversed(),
            home: try home(of: entity),
            since: registration.occurredAt,
            seen: .direct,
            entry: registration.number,
            lastSeen: registration.occurredAt,
            due: nil
        )
    }

    /// Whether a valid transfer names the entity.
    private func hasMoved(_ id: EntityID) throws -> Bool {
        let question = """
            SELECT 1 FROM history WHERE record = ? AND kind IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry) LIMIT 1
            """
        return try db.first(question, .integer(id.rawValue)) { _ in true } ?? false
    }

    private func ancestors(of entity: Entity) throws -> [Entity] {
        var found: [Entity] = []
        var next = entity.parent
        while let id = next {
            let parent = try existing(id)
            found.append(parent)
            guard found.count <= Self.deepestNesting else { throw Self.tooDeep(entity) }
            next = parent.parent
        }
        return found
    }
}
