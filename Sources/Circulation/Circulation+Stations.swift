public import Records
import TransferLog

extension Circulation {
    /// Readings that a station shows.
    static let shownReadings = 10

    /// What a station is in the middle of, and what it read last.
    public func station(_ name: StationName, at now: Timestamp) async throws -> StationLine {
        let settings = settings
        return try await read { try Self.line(name, at: now, settings: settings, in: $0) }
    }

    /// The stations of the configuration, those that scanned lately, and `others`: those after `cursor`, by their names.
    public func stations(
        at now: Timestamp,
        and others: Set<StationName> = [],
        after cursor: StationName? = nil,
        limit: Int
    ) async throws -> Listed<StationLine, StationName> {
        let settings = settings
        return try await read { view in
            let known = others.union(try view.sessions().map(\.station)).union(settings.stations.keys)
            let names = known.sorted { $0.text < $1.text }
            return try Listed(after: cursor, limit: limit, in: view, place: \.station) { _ in
                names.count
            } rows: { view, cursor, limit in
                try names.drop { name in cursor.map { name.text <= $0.text } ?? false }.prefix(limit)
                    .map { try Self.line($0, at: now, settings: settings, in: view) }
            }
        }
    }

    /// When stations close by themselves what they have open, and when they sign their clerks out, from `now` on.
    public func lapses(after now: Timestamp) async throws -> Set<StationLapse> {
        let settings = settings
        return try await read { view in
            var lapses: Set<StationLapse> = []
            for (station, session) in try view.sessions() {
                var instants: [Timestamp] = []
                if session.context != .closed || session.armed != nil || session.waiting != nil {
                    instants.append(session.touchedAt.advanced(bySeconds: settings.contextTimeout))
                }
                if session.clerk != nil {
                    instants.append(session.touchedAt.advanced(bySeconds: settings.idleSignOut))
                }
                for instant in instants where instant > now {
                    lapses.insert(StationLapse(station: station, at: instant))
                }
            }
            return lapses
        }
    }

    private static func line(
        _ name: StationName,
        at now: Timestamp,
        settings: CirculationSettings,
        in view: LogView
    ) throws -> StationLine {
        let key = SessionName(name)
        let stored = try view.session(of: key) ?? .closed(at: now)
        var session = StationGrammar.lapsed(stored, at: now, settings: settings)
        if try hides(session.context, in: view) { session.close(at: session.touchedAt) }
        let place = try session.context.place.flatMap { try view.record($0) }
        var progress: (counted: Int, expected: Int)?
        if case .counting(let id) = session.context { progress = try view.countProgress(of: id, at: key) }
        if let list = session.context.list {
            let tally = try view.pullTally(of: list)
            progress = (counted: tally.pulled, expected: tally.total)
        }
        let isOpen = session.context != .closed
        let newest = try answered(at: key, upTo: shownReadings + 1, in: view)
        return StationLine(
            station: name,
            settings: settings.stations[name] ?? StationSettings(),
            session: session,
            // Somebody who was expunged in the middle of the day is nobody.
            clerk: try session.clerk.flatMap { try view.record($0) },
            place: place,
            placeName: try place.map { place in
                ([place.name] + (try view.whereabouts(of: place).path.reversed())).joined(separator: " · ")
            },
            giver: try session.context.giver.flatMap { try view.record($0) },
            list: try session.context.list.map { try view.pullList($0) },
            counted: progress?.counted,
            expected: progress?.expected,
            answered: Array(newest.prefix(shownReadings)),
            hasEarlier: newest.count > shownReadings,
            unprinted: try view.unprinted(at: key).compactMap { try answered($0, in: view) },
            waiting: try view.openReadingCount(at: name),
            contextExpires: isOpen ? session.touchedAt.advanced(bySeconds: settings.contextTimeout) : nil,
            clerkExpires: session.clerk == nil ? nil : session.touchedAt.advanced(bySeconds: settings.idleSignOut)
        )
    }

    /// Whether what is open at a station is nothing that the caller may know of.
    static func hides(_ context: StationContext, in view: LogView) throws -> Bool {
        if let list = context.list, try view.hides(list) { return true }
        return try [context.place, context.giver].compactMap(\.self).contains(where: view.hides)
    }

    /// The newest readings of a station that the caller may know of.
    private static func answered(
        at station: SessionName,
        upTo limit: Int,
        in view: LogView
    ) throws -> [StationLine.Answered] {
        let newest = try view.told(at: station, limit: limit)
        let shown = try newest.compactMap { try answered($0, in: view) }
        guard shown.count < limit, newest.count == limit else { return shown }
        // Some of them are kept from the caller: there may be as many before.
        var found: [StationLine.Answered] = []
        for told in try view.told(at: station, limit: .max) where found.count < limit {
            if let one = try answered(told, in: view) { found.append(one) }
        }
        return found
    }

    private static func answered(_ told: StationReading, in view: LogView) throws -> StationLine.Answered? {
        guard let stored = try view.reading(told.reading),
            try !isConcealed(stored, try view.outcome(of: told.reading), in: view)
        else { return nil }
        // Whoever scanned it knew what it was.
        if let record = told.record, try view.hides(record) { return nil }
        return StationLine.Answered(
            stored: stored,
            told: told,
            record: try told.record.flatMap { try view.record($0) },
            code: ReadingInterpretation.shown(stored.reading.bytes)
        )
    }
}
