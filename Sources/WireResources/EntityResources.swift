import Barcodes
package import Circulation
package import DaemonServices
package import Localization
import LogEntries
package import Stations
package import Vocabulary
package import Wire

// Conversions of entity and circulation values to their wire form.

extension EntityResource {
    package init(_ line: EntitySummary) {
        self.init(
            barcode: line.entity.barcode.text,
            type: line.entity.type.rawValue,
            kind: line.entity.kind.name,
            title: line.entity.title,
            home: line.home?.text,
            parent: line.parent?.text,
            conditions: line.conditions == .none
                ? nil : ConditionsResource(line.conditions, rooms: line.rooms.map(\.text)),
            orders: line.orders?.map { OrderResource($0) },
            entry: line.entry?.rawValue
        )
    }
}

extension OrderResource {
    package init(_ line: OrderSummary) {
        self.init(
            kind: line.standing.kind.rawValue,
            entry: line.entry.number.rawValue,
            order: line.entry.fact.order,
            reason: line.entry.fact.reason,
            since: line.entry.occurredAt.rfc3339,
            by: line.entry.principal.description,
            barcode: line.subject.barcode.text,
            thing: line.subject.kind.name,
            title: line.subject.title
        )
    }
}

extension PlacementResource {
    package init(_ placement: NamedPlacement) {
        self.init(kind: placement.placement.word, barcode: placement.place?.barcode.text, path: placement.path)
    }
}

extension PlacementResource {
    /// The entity that a document belongs to.
    fileprivate init(of entity: Entity) {
        self.init(kind: entity.type.rawValue, barcode: entity.barcode.text, path: [entity.name])
    }
}

extension WhereaboutsResource {
    package init(_ whereabouts: Whereabouts) {
        self.init(
            barcode: whereabouts.entity.barcode.text,
            type: whereabouts.entity.type.rawValue,
            kind: whereabouts.entity.kind.name,
            title: whereabouts.entity.title,
            placement: PlacementResource(
                kind: whereabouts.placement.word,
                barcode: whereabouts.place?.barcode.text,
                path: whereabouts.path
            ),
            home: whereabouts.home?.barcode.text,
            since: whereabouts.since.rfc3339,
            seen: whereabouts.seen.rawValue,
            entry: whereabouts.entry.rawValue,
            lastSeen: whereabouts.lastSeen.rfc3339,
            due: whereabouts.due?.rfc3339
        )
    }
}

extension EntryResource {
    package init(_ line: EntrySummary, seen: Sighting = .direct, voidedBy: EntryNumber? = nil) {
        let entry = line.entry
        self.init(
            entry: entry.number.rawValue,
            kind: entry.fact.kind,
            barcode: line.subject?.barcode.text,
            from: line.from.map { PlacementResource($0) } ?? line.documentOrigin.map { PlacementResource(of: $0) },
            to: line.to.map { PlacementResource($0) }
                ?? line.documentOrigin.flatMap { _ in line.subject.map { PlacementResource(of: $0) } },
            occurredAt: entry.occurredAt.rfc3339,
            recordedAt: entry.recordedAt.rfc3339,
            principal: entry.principal.description,
            station: entry.station?.text,
            scanner: entry.scanner?.text,
            reading: entry.reading?.rawValue,
            reason: entry.fact.reason,
            order: entry.fact.order,
            note: entry.fact.note,
            seen: seen.rawValue,
            backDated: entry.isBackDated,
            voidedBy: voidedBy?.rawValue
        )
    }
}

extension Fact {
    /// A note about a seal set or lifted by an entry of an earlier version, or about how a label was printed.
    fileprivate var note: String? {
        if case .labelPrinted(let print) = self { return print.circumstances.note?.english }
        guard case .changed(let change) = self else { return nil }
        return switch change.conditions.isSealed {
        case .set(true): "sealed, no order recorded"
        case .set(false), .cleared: "lifted a seal that had no order"
        case .kept: nil
        }
    }
}

extension ContentsResource {
    package init(_ line: ContentsSummary) {
        self.init(
            barcode: line.entity.barcode.text,
            type: line.entity.type.rawValue,
            kind: line.entity.kind.name,
            title: line.entity.title,
            since: line.since?.rfc3339,
            seen: line.seen.rawValue,
            entry: line.entry?.rawValue,
            lastSeen: line.lastSeen?.rfc3339
        )
    }
}

extension OutcomeResource {
    /// - Parameter localizer: the language of the station.
    package init(_ outcome: StationOutcome, in localizer: Localizer) {
        self.init(
            reading: outcome.reading.rawValue,
            station: outcome.station.text,
            verdict: outcome.verdict.rawValue,
            kind: outcome.kind,
            message: localizer.text(of: outcome.message),
            barcode: outcome.barcode?.text,
            entry: outcome.entry?.rawValue
        )
    }

    /// - Parameter localizer: the language of the station.
    package init(_ outcome: ReadingOutcome, in localizer: Localizer) {
        self.init(
            reading: outcome.reading.rawValue,
            station: outcome.station.text,
            verdict: outcome.verdict.rawValue,
            kind: outcome.kind,
            message: localizer.text(of: outcome.message),
            barcode: outcome.entity?.barcode.text,
            entry: outcome.entry?.rawValue
        )
    }
}

extension MoveResponse {
    package init(_ movements: [Movement]) { self.init(movements: movements.map { MovementResource($0) }) }
}

extension MovementResource {
    package init(_ movement: Movement) {
        self.init(
            barcode: movement.entity.barcode.text,
            kind: movement.entry?.fact.kind ?? "already-there",
            to: movement.place?.barcode.text,
            entry: movement.entry?.number.rawValue,
            placement: PlacementResource(movement.placement),
            occurredAt: movement.past?.occurredAt.rfc3339,
            then: movement.past.map { PlacementResource($0.placement) }
        )
    }
}
