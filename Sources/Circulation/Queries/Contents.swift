public import Barcodes
import Localization
import TransferLog
public import Vocabulary

/// One item, container or location in a place.
public struct ContentsSummary: Sendable, Hashable {
    public let entity: Entity
    /// When it was placed there; nil for a location within a location, which is never moved.
    public let since: Timestamp?
    public let seen: Sighting
    /// When it was last scanned, named or counted itself; nil for a location within a location.
    public let lastSeen: Timestamp?
    /// The entry that placed it, or its container, there; nil for a location within a location.
    public let entry: EntryNumber?

    init(location: Entity) {
        self.entity = location
        self.since = nil
        self.seen = .direct
        self.lastSeen = nil
        self.entry = nil
    }

    init(entity: Entity, standing: DatedPlacement, holder: Whereabouts) {
        // Only a container carries its contents; a location is fixed.
        let isCarried = holder.entity.type == .container && holder.entry > standing.entry
        let seenAfter = standing.sighting.map { $0.entry > holder.entry } == true
        self.entity = entity
        self.since = isCarried ? holder.since : standing.since
        self.seen = isCarried && !seenAfter ? .implied : .direct
        self.lastSeen = standing.sighting.map { max($0.seenAt, standing.since) } ?? standing.since
        self.entry = isCarried ? holder.entry : standing.entry
    }
}

extension Circulation {
    /// Lists the direct contents of the entity with this barcode, and the locations directly within a location, in the
    /// order of registration.
    ///
    /// With a `moment`, the contents at that time; the locations within a location are always the current ones.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode, or if it is that of an item; `TransferLogError` if the log
    ///   cannot be read.
    public func contents(
        of barcode: Barcode,
        at moment: Timestamp? = nil,
        after cursor: EntityID?,
        limit: Int
    ) async throws -> Listed<ContentsSummary, EntityID> {
        try await read { view in
            let holder = try Self.known(barcode, in: view)
            guard holder.type != .item else {
                let what = Message(
                    "cannot list what is in \(holder.barcode, "item"): it is \(holder.kind.termWithArticle, "kind")"
                )
                throw Refusal(.notAPlace, what)
            }
            let outer = try view.whereabouts(of: holder, at: moment)
            return try Listed(after: cursor, limit: limit, in: view, place: \.entity.id) { view in
                guard let moment else { return try view.contentsCount(of: holder.id) }
                return try view.contentsCount(of: holder.id, at: moment) + view.locationCount(within: holder.id)
            } rows: { view, cursor, limit in
                try Self.contents(of: holder, outer, at: moment, after: cursor, limit: limit, in: view)
            }
        }
    }

    private static func contents(
        of holder: Entity,
        _ outer: Whereabouts,
        at moment: Timestamp?,
        after cursor: EntityID?,
        limit: Int,
        in view: LogView
    ) throws -> [ContentsSummary] {
        let things =
            if let moment {
                try view.contents(of: holder.id, at: moment, after: cursor, limit: limit)
            } else {
                try view.contents(of: holder.id, after: cursor, limit: limit)
            }
        var lines = try things.map { entity, standing in
            try view.witness(entity, standing)
            return ContentsSummary(entity: entity, standing: standing, holder: outer)
        }
        guard holder.type == .location else { return lines }
        let locations = try view.locations(within: holder.id, after: cursor, limit: limit)
        lines += locations.map(ContentsSummary.init(location:))
        return Array(lines.sorted { $0.entity.id < $1.entity.id }.prefix(limit))
    }
}
