public import Barcodes
import TransferLog
public import Vocabulary

extension Circulation {
    /// Returns where the entity with this barcode is, or was at `moment`.
    public func whereabouts(of barcode: Barcode, at moment: Timestamp? = nil) async throws -> Whereabouts {
        let clock = settings.clock
        return try await read { view in
            let entity = try Self.known(barcode, in: view)
            if let moment { try Self.check(entity, wasKnownAt: moment, in: view, clock: clock) }
            return try view.whereabouts(of: entity, at: moment)
        }
    }

    /// Checks that the entity's placement at `moment` is known.
    ///
    /// A move recorded afterwards may be earlier than the registration.
    private static func check(
        _ entity: Entity,
        wasKnownAt moment: Timestamp,
        in view: LogView,
        clock: LocalClock
    ) throws {
        guard try view.standing(of: entity.id, at: moment) == nil else { return }
        let registered = try view.entry(EntryNumber(rawValue: entity.id.rawValue)).occurredAt
        guard registered <= moment else {
            let since = clock.text(of: registered)
            let what = "cannot say where \(entity.barcode) was then: it was registered only at \(since)"
            throw Refusal(.notYetRegistered, what)
        }
    }

    /// Returns when the entity was registered, by the clock of the device that read it.
    public func registration(of entity: EntityID) async throws -> Timestamp {
        try await read { try $0.entry(EntryNumber(rawValue: entity.rawValue)).occurredAt }
    }

    /// Lists entities of one type that were registered after `cursor`.
    public func entities(
        of type: EntityType,
        after cursor: EntityID?,
        limit: Int
    ) async throws -> Listed<EntitySummary, EntityID> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.entity.id) { view in
                try view.entityCounts()[type] ?? 0
            } rows: { view, cursor, limit in
                try view.entities(of: type, after: cursor, limit: limit).map { try EntitySummary($0, in: view) }
            }
        }
    }

    /// Returns the history of the entity with this barcode before `cursor`, newest first.
    ///
    /// Entries outside `period` are left out and count neither towards the limit nor the total.
    public func history(
        of barcode: Barcode,
        within period: ClosedRange<Timestamp>? = nil,
        before cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<HistorySummary, EntryNumber> {
        try await read { view in
            let entity = try Self.known(barcode, in: view)
            return try Listed(after: cursor, limit: limit, in: view, place: \.line.entry.number) { view in
                try view.historyCount(of: entity.id, within: period)
            } rows: { view, cursor, limit in
                try Self.history(of: entity, within: period, before: cursor, limit: limit, in: view)
            }
        }
    }

    private static func history(
        of entity: Entity,
        within period: ClosedRange<Timestamp>?,
        before cursor: EntryNumber?,
        limit: Int,
        in view: LogView
    ) throws -> [HistorySummary] {
        var places = PlaceNames(view: view)
        var lines: [HistorySummary] = []
        var next = cursor
        while lines.count < limit {
            let steps = try view.history(of: entity.id, before: next, limit: limit)
            for step in steps where period?.contains(step.entry.occurredAt) != false {
                guard try !view.leavesOut(step.entry) else { continue }
                lines.append(try HistorySummary(step: step, places: &places))
            }
            guard steps.count == limit, let last = steps.last else { break }
            next = last.entry.number
        }
        return Array(lines.prefix(limit))
    }

    /// Lists the direct contents of the entity with this barcode, and the locations directly within a location, in the
    /// order of registration.
    ///
    /// With a `moment`, the contents at that time; the locations within a location are always the current ones.
    public func contents(
        of barcode: Barcode,
        at moment: Timestamp? = nil,
        after cursor: EntityID?,
        limit: Int
    ) async throws -> Listed<ContentsSummary, EntityID> {
        try await read { view in
            let holder = try Self.known(barcode, in: view)
            guard holder.type != .item else {
                throw Refusal(.notAPlace, "cannot list what is in \(holder.barcode): it is a \(holder.kind)")
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

    /// Returns the number of entities, entries and readings, for the status.
    public func counts() async throws -> LogCounts {
        try await read { view in
            LogCounts(
                entities: try view.entityCounts(),
                entries: try view.newestEntry()?.rawValue ?? 0,
                readings: try view.readingCount()
            )
        }
    }

    /// Records a finished print about an entity other than its label, such as a slip.
    public func notePrinted(_ print: LabelPrint, by attribution: Attribution) async throws {
        _ = try await write { try $0.append(.labelPrinted(print), by: attribution) }
    }

    /// Records a finished print that is not about an entity.
    public func notePrinted(_ print: PagePrint, by attribution: Attribution) async throws {
        _ = try await write { try $0.append(.pagePrinted(print), by: attribution) }
    }

    /// Returns entries after `number`, oldest first, with their places named, and the number of the last entry
    /// examined.
    ///
    /// Entries about entities concealed from the caller are left out.
    public func entries(
        after number: EntryNumber,
        limit: Int
    ) async throws -> (lines: [EntrySummary], last: EntryNumber, isEnd: Bool) {
        try await read { view in
            var places = PlaceNames(view: view)
            let entries = try view.entries(after: number, limit: limit)
            let lines = try entries.filter { try !view.leavesOut($0) }
                .map { try EntrySummary(entry: $0, places: &places) }
            return (lines, entries.last?.number ?? number, entries.count < limit)
        }
    }

    /// Checks that the caller may read the bytes of an entry; refused if there is no such entry or it names a concealed
    /// entity.
    public func check(entry number: EntryNumber) async throws {
        try await read { view in
            let newest = try view.newestEntry()?.rawValue ?? 0
            let unknown = Refusal(.unknownEntry, "cannot find entry \(number): there is no such entry")
            guard newest > 0, (1...newest).contains(number.rawValue) else { throw unknown }
            let entry = try view.entry(number)
            if let subject = entry.subject, try view.entity(subject) == nil { throw unknown }
            guard try !view.leavesOut(entry) else { throw unknown }
            guard try !view.hidesBytes(of: entry) else {
                throw Refusal(.needsSupervisor, "cannot prove entry \(number): ask a supervisor")
            }
        }
    }

    /// Returns an entry that an earlier request wrote, if the caller still has clearance for it.
    static func line(ofEarlier number: EntryNumber, in view: LogView) throws -> EntrySummary {
        let entry = try view.entry(number)
        guard try !view.leavesOut(entry) else {
            throw Refusal(.unknownBarcode, "cannot find that: it is not registered")
        }
        var places = PlaceNames(view: view)
        return try EntrySummary(entry: entry, places: &places)
    }
}
