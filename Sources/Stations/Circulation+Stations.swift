public import Circulation
import Localization
import TransferLog
public import Vocabulary

extension Circulation {
    /// The number of readings that a station shows.
    static let shownReadings = 10

    /// Returns the state of a station and its latest readings.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func station(_ name: StationName, at now: Timestamp) async throws -> StationSummary {
        let settings = settings
        return try await read { try Self.line(name, at: now, settings: settings, in: $0) }
    }

    /// Lists the stations in the configuration, those that scanned recently, and `others`, by name, beginning after
    /// `cursor`.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func stations(
        at now: Timestamp,
        and others: Set<StationName> = [],
        after cursor: StationName? = nil,
        limit: Int
    ) async throws -> Listed<StationSummary, StationName> {
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

    /// Returns the times after `now` at which stations close their sessions or sign their clerks out.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func lapses(after now: Timestamp) async throws -> Set<StationLapse> {
        let settings = settings
        return try await read { view in
            var lapses: Set<StationLapse> = []
            for (station, session) in try view.sessions() {
                var instants: [Timestamp] = []
                if session.context != .closed || session.armed != nil || session.waiting != nil {
                    instants.append(session.touchedAt.advanced(bySeconds: settings.contextTimeout))
                }
                if session.clerk != nil { instants.append(session.touchedAt.advanced(bySeconds: settings.idleSignOut)) }
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
    ) throws -> StationSummary {
        let key = SessionName(name)
        let stored = try view.session(of: key) ?? .closed(at: now)
        var session = StationGrammar.lapsed(stored, at: now, settings: settings)
        if try view.hides(session.context) { session.close(at: session.touchedAt) }
        let place = try session.context.place.flatMap { try view.entity($0) }
        let progress = try StationModes.mode(of: session.context)?.progress(of: session.context, at: key, in: view)
        let isOpen = session.context != .closed
        let newest = try answered(at: key, upTo: shownReadings + 1, in: view)
        return StationSummary(
            station: name,
            settings: settings.stations[name] ?? StationSettings(),
            session: session,
            // A clerk who was expunged during the session is shown as not signed in.
            clerk: try session.clerk.flatMap { try view.entity($0) },
            place: place,
            placeName: try place.map { place in
                ([place.name] + (try view.whereabouts(of: place).path.reversed())).joined(separator: " · ")
            },
            giver: try session.context.giver.flatMap { try view.entity($0) },
            list: try session.context.list.map { try view.pullList($0) },
            counted: progress?.done,
            expected: progress?.all,
            answered: Array(newest.prefix(shownReadings)),
            hasEarlier: newest.count > shownReadings,
            unprinted: try view.unprinted(at: key).compactMap { try answered($0, in: view) },
            waiting: try view.openReadingCount(at: name),
            contextExpires: isOpen ? session.touchedAt.advanced(bySeconds: settings.contextTimeout) : nil,
            clerkExpires: session.clerk == nil ? nil : session.touchedAt.advanced(bySeconds: settings.idleSignOut)
        )
    }

    /// Returns the newest readings of a station that the caller may see.
    private static func answered(
        at station: SessionName,
        upTo limit: Int,
        in view: LogView
    ) throws -> [StationSummary.Answered] {
        let newest = try view.replies(at: station, limit: limit)
        let shown = try newest.compactMap { try answered($0, in: view) }
        guard shown.count < limit, newest.count == limit else { return shown }
        // Some readings are concealed from the caller, so earlier ones must be read to reach the limit.
        var found: [StationSummary.Answered] = []
        for reading in try view.replies(at: station, limit: .max) where found.count < limit {
            if let one = try answered(reading, in: view) { found.append(one) }
        }
        return found
    }

    private static func answered(_ reading: StationReading, in view: LogView) throws -> StationSummary.Answered? {
        guard let stored = try view.reading(reading.reading),
            try !isConcealed(stored, try view.outcome(of: reading.reading), in: view)
        else { return nil }
        // The entity of the reading may be concealed even though its code is not.
        if let entity = reading.entity, try view.hides(entity) { return nil }
        return StationSummary.Answered(
            stored: stored,
            reply: reading,
            entity: try reading.entity.flatMap { try view.entity($0) },
            code: ReadingInterpretation.shown(stored.reading.bytes).english
        )
    }
}

extension LogView {
    /// Whether the open context of a station is concealed from the caller.
    func hides(_ context: StationContext) throws -> Bool {
        if let list = context.list, try hides(list) { return true }
        return try [context.place, context.giver].compactMap(\.self).contains(where: hides)
    }
}
