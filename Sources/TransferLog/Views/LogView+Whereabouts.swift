import Localization
import LogTables
public import Vocabulary

public import struct Vocabulary.Entity

extension LogView {
    /// The whereabouts of `record`, with the names on the way to it.
    ///
    /// An entity in a container is where its container is. If the container was moved after the entity was put into
    /// it, the whereabouts are implied, and the container's entry determines them.
    ///
    /// With a `moment`, the whereabouts then, with the current names of places. Throws
    /// ``TransferLogError/staleTables(_:)`` when a placement does not agree with its entry, and
    /// ``TransferLogError/tooDeep(_:)``.
    public func whereabouts(of entity: Entity, at moment: Timestamp? = nil) throws -> Whereabouts {
        try witnessTitle(of: entity)
        guard let own = try witnessedPlacement(of: entity.id, at: moment) else {
            if moment == nil, try hasMoved(entity.id) {
                throw TransferLogError.staleTables(Message("the table placement lacks \(entity.barcode, "item")"))
            }
            return try registered(entity, in: ancestors(of: entity))
        }
        var names: [String] = []
        var newest = own
        var place = try own.placement.place.map { try existing($0) }
        let direct = place
        while let current = place {
            if try hides(current.id) {
                // A custodian who is concealed from the caller holds the entity or its container.
                return try current.type == .container
                    ? registered(entity) : whereabouts(of: entity, since: own.since, by: own.entry)
            }
            try witnessTitle(of: current)
            names.append(current.name)
            guard names.count <= Self.deepestNesting else { throw Self.tooDeep(entity) }
            if let parent = current.parent {
                place = try existing(parent)
            } else if let outer = try witnessedPlacement(of: current.id, at: moment) {
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
            if let chargeOut = try chargeOut(of: id) { return chargeOut.due }
            guard case .container(let outer)? = try lastPlacement(of: id)?.placement else { return nil }
            id = outer
        }
        return nil
    }

    /// The whereabouts of an entity as if it had been in `places`, innermost first, since `moment`.
    ///
    /// The responses for an entity in a concealed container and for one that was never placed must be the same.
    private func whereabouts(
        of entity: Entity,
        in places: [Entity] = [],
        since moment: Timestamp,
        by entry: EntryNumber
    ) throws -> Whereabouts {
        Whereabouts(
            entity: entity,
            placement: places.first.map { .location($0.id) } ?? .unknown,
            place: places.first,
            path: places.map(\.name).reversed(),
            home: try home(of: entity),
            since: moment,
            seen: .direct,
            entry: entry,
            lastSeen: moment,
            due: nil
        )
    }

    /// The whereabouts of an entity since its registration: a location is where it was registered, other entities have
    /// no placement.
    private func registered(_ entity: Entity, in places: [Entity] = []) throws -> Whereabouts {
        let registration = try entry(EntryNumber(rawValue: entity.id.rawValue))
        return try whereabouts(of: entity, in: places, since: registration.occurredAt, by: registration.number)
    }

    /// The home location of the entity, if the caller may see it.
    private func home(of entity: Entity) throws -> Entity? {
        guard let home = entity.home, try !hides(home) else { return nil }
        return try existing(home)
    }

    /// Whether a valid transfer names the entity.
    private func hasMoved(_ id: EntityID) throws -> Bool {
        let question = """
            SELECT 1 FROM history WHERE record = ? AND kind IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM voided WHERE voided.entry = history.entry) LIMIT 1
            """
        return try db.first(question, [.integer(id.rawValue)]) { _ in true } ?? false
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
