import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// The maximum number of items and containers that one request may move.
    public static let largestMove = 1_000
    /// How far a stated time may be ahead of the daemon's clock, in seconds.
    package static let clockTolerance = 300

    /// Moves items and containers: all of them, or none.
    ///
    /// - Throws: ``Refusal`` if a barcode is unknown, a needed reason is missing, or a rule forbids one of the moves;
    ///   `TransferLogError` if the log cannot be written.
    public func move(_ move: NewMove, by attribution: Attribution, key: RequestKey? = nil) async throws -> [Movement] {
        guard (1...Self.largestMove).contains(move.barcodes.count) else {
            let what = Message(
                "cannot move {count} thing at once: name 1 to \(Self.largestMove, "limit")",
                plural: "cannot move {count} things at once: name 1 to \(Self.largestMove, "limit")",
                count: move.barcodes.count
            )
            throw Refusal(.invalidRequest, what)
        }
        let settings = settings
        return try await write { transaction in
            let view = transaction.view
            let (destination, _) = try Self.destination(move.target, in: view)
            let entities = try Self.known(move.barcodes, in: view)
            let moved = try transaction.once(key) { before in
                let entries = try Self.transfers(in: before.entries, of: view)
                return entities.map { ($0, entries[$0.id]) }
            } work: {
                let attribution = try Self.stated(move, attribution, at: transaction.now)
                var order = MoveOrder(to: destination)
                order.reason = move.reason?.text
                order.isStated = true
                var mover = try Mover(order, in: transaction, settings: settings)
                return Array(zip(entities, try mover.moveAll(entities, by: attribution)))
            }
            return try Self.movements(moved, statedAt: move.occurredAt, to: destination, in: view)
        }
    }

    /// Returns what the entries moved and the current placements.
    ///
    /// A move recorded afterwards may already be superseded by a later one.
    ///
    /// - Parameters:
    ///   - moment: when the move took place, if it is recorded afterwards.
    ///   - destination: where it led then.
    private static func movements(
        _ moved: [(Entity, Entry?)],
        statedAt moment: Timestamp? = nil,
        to destination: Placement? = nil,
        in view: LogView
    ) throws -> [Movement] {
        let placements = try view.placements(of: moved.map(\.0.id))
        var places = PlaceNames(view: view)
        let then = try destination.map { try places.named($0) }
        return try moved.map { entity, entry in
            var past: Movement.Past?
            if let moment, let then { past = Movement.Past(placement: then, occurredAt: moment) }
            let placement = try places.named(placements[entity.id] ?? .unknown)
            return Movement(entity: entity, placement: placement, entry: entry, past: past)
        }
    }

    static func destination(_ target: MoveTarget, in view: LogView) throws -> (Placement, Entity?) {
        switch target {
        case .transit: return (.inTransit, nil)
        case .disposal: return (.disposed, nil)
        case .place(let barcode):
            let place = try known(barcode, in: view)
            guard let placement = Placement(at: place) else {
                let what = Message(
                    "cannot put things into \(place.barcode, "item"): it is \(place.kind.termWithArticle, "kind"), "
                        + "not a place"
                )
                throw Refusal(.notAPlace, what)
            }
            return (placement, place)
        }
    }

    /// Returns the attribution with the stated time.
    ///
    /// A stated time needs a reason and must not be in the future.
    private static func stated(
        _ move: NewMove,
        _ attribution: Attribution,
        at now: Timestamp
    ) throws -> Attribution {
        if move.target == .disposal, move.reason == nil {
            throw Refusal(.reasonMissing, Message("cannot dispose of anything without a reason"))
        }
        guard let occurredAt = move.occurredAt else { return attribution }
        guard move.reason != nil else {
            throw Refusal(.reasonMissing, Message("cannot record an earlier move without a reason"))
        }
        guard occurredAt <= now.advanced(bySeconds: clockTolerance) else {
            let what = Message("cannot record a move at \(occurredAt, "time"): that is still to come")
            throw Refusal(.inTheFuture, what)
        }
        return Attribution(
            principal: attribution.principal,
            station: attribution.station,
            scanner: attribution.scanner,
            reading: attribution.reading,
            occurredAt: occurredAt,
            isBackDated: true
        )
    }

    /// Returns the transfers of an earlier request with the same key.
    private static func transfers(in range: ClosedRange<EntryNumber>?, of view: LogView) throws -> [EntityID: Entry] {
        try view.entries(in: range).reduce(into: [:]) { found, entry in
            if case .transferred(let transfer) = entry.fact { found[transfer.subject] = entry }
        }
    }

    /// Moves items and containers according to `plan`, all or none.
    ///
    /// Returns the movements in the order of `barcodes`.
    func carryOut(
        _ barcodes: [Barcode],
        by attribution: Attribution,
        key: RequestKey?,
        plan: @escaping @Sendable ([Entity], LogTransaction) throws -> [(MoveOrder, [Entity])]
    ) async throws -> [Movement] {
        try Self.check(barcodes.count)
        let settings = settings
        return try await write { transaction in
            let view = transaction.view
            let entities = try Self.known(barcodes, in: view)
            return try transaction.once(key) { before in
                let entries = try Self.transfers(in: before.entries, of: view)
                return try Self.movements(entities.map { ($0, entries[$0.id]) }, in: view)
            } work: {
                var movements: [EntityID: [Movement]] = [:]
                var places = PlaceNames(view: view)
                for (order, things) in try plan(entities, transaction) {
                    var mover = try Mover(order, in: transaction, settings: settings)
                    let placement = try places.named(order.destination)
                    for (entity, entry) in zip(things, try mover.moveAll(things, by: attribution)) {
                        let movement = Movement(entity: entity, placement: placement, entry: entry)
                        movements[entity.id, default: []].append(movement)
                    }
                }
                return entities.compactMap { entity in
                    guard movements[entity.id]?.isEmpty == false else { return nil }
                    return movements[entity.id]?.removeFirst()
                }
            }
        }
    }

    static func check(_ count: Int) throws {
        guard (1...largestMove).contains(count) else {
            let what = Message(
                "cannot take {count} thing at once: name 1 to \(largestMove, "limit")",
                plural: "cannot take {count} things at once: name 1 to \(largestMove, "limit")",
                count: count
            )
            throw Refusal(.invalidRequest, what)
        }
    }
}
