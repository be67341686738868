import TransferLog
public import Vocabulary

/// An entry with its subject and places.
public struct EntrySummary: Sendable, Hashable {
    public let entry: Entry
    public let subject: Entity?
    /// The origin of the transfer; nil for entries that are not transfers.
    public let from: NamedPlacement?
    /// The destination of the transfer; nil for entries that are not transfers.
    public let to: NamedPlacement?
    /// The entity from which a document was moved to the subject.
    public let documentOrigin: Entity?

    init(_ entry: Entry, in view: LogView) throws {
        var places = PlaceNames(view: view)
        try self.init(entry: entry, places: &places)
    }

    init(entry: Entry, places: inout PlaceNames) throws {
        self.entry = entry
        subject = try entry.subject.flatMap { try places.view.entity($0) }
        documentOrigin =
            if case .documentMoved(let move) = entry.fact { try places.view.entity(move.origin) } else { nil }
        if case .transferred(let transfer) = entry.fact {
            from = try places.named(transfer.from)
            to = try places.named(transfer.to)
        } else {
            from = nil
            to = nil
        }
    }
}

/// One line in the history of an entity.
public struct HistorySummary: Sendable, Hashable {
    public let line: EntrySummary
    /// Direct if the entry names the entity, implied if it names a container that held it.
    public let seen: Sighting
    /// The correction that voided the entry.
    public let voidedBy: EntryNumber?

    init(step: HistoryStep, places: inout PlaceNames) throws {
        self.line = try EntrySummary(entry: step.entry, places: &places)
        self.seen = step.seen
        self.voidedBy = step.voidedBy
    }
}

/// A placement with the names of its places.
public struct NamedPlacement: Sendable, Hashable {
    public let placement: Placement
    /// The location, container or custodian; nil for placements without one.
    public let place: Entity?
    /// The current names from the outermost place to the innermost.
    public let path: [String]
}

/// Looks up the names of placements in one view, each place once.
struct PlaceNames {
    let view: LogView
    private var known: [Placement: NamedPlacement] = [:]

    init(view: LogView) { self.view = view }

    mutating func named(_ placement: Placement) throws -> NamedPlacement {
        if let named = known[placement] { return named }
        var named = NamedPlacement(placement: placement, place: nil, path: [])
        if let id = placement.place, try view.hides(id) {
            named = NamedPlacement(placement: .unknown, place: nil, path: [])
        } else if let id = placement.place {
            let place = try Circulation.known(id, in: view)
            // A container is named alone: its past placements are in its own history.
            let around = place.type == .location ? try view.whereabouts(of: place).path : []
            named = NamedPlacement(placement: placement, place: place, path: around + [place.name])
        }
        known[placement] = named
        return named
    }
}
