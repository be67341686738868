public import Barcodes
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Charges items and containers out to a custodian, all or none.
    ///
    /// - Parameter due: the due date; nil to apply the loan terms.
    public func chargeOut(
        _ barcodes: [Barcode],
        to custodian: Barcode,
        due: Timestamp? = nil,
        reason: FreeText? = nil,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        let clock = settings.clock
        return try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let person = try Self.person(custodian, in: transaction.view)
            if let due, due <= transaction.now {
                throw Refusal(.invalidRequest, "cannot charge out until \(clock.text(of: due)): that has passed")
            }
            var order = MoveOrder(to: .custodian(person.id))
            order.due = due
            order.reason = reason?.text
            return [(order, entities)]
        }
    }

    /// Returns items and containers to a location, all or none.
    ///
    /// Each must be charged out or in transit.
    public func giveBack(
        _ barcodes: [Barcode],
        to place: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let view = transaction.view
            let (destination, location) = try Self.destination(.place(place), in: view)
            if let location, location.type == .custodian {
                throw Refusal(.notAPlace, "cannot return things to \(location.name): say a location or a container")
            }
            let facts = try MoveFacts(about: entities, in: view)
            for entity in entities {
                let origin = facts.origin(of: entity)
                guard origin != destination, origin != .inTransit, origin != .unknown else { continue }
                guard facts.holder(of: entity) != nil else {
                    let way = "outguide where \(entity.barcode) says where it is"
                    throw Refusal(.notChargedOut, "cannot return \(entity.barcode): it is not charged out; \(way)")
                }
            }
            return [(MoveOrder(to: destination), entities)]
        }
    }

    /// Refiles items and containers at their home locations, all or none.
    public func refile(
        _ barcodes: [Barcode],
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let homes = try transaction.view.entities(entities.compactMap(\.home))
            let destinations = try entities.map { entity in
                guard let home = entity.home.flatMap({ homes[$0] }), let placement = Placement(at: home) else {
                    let way = "outguide \(entity.type.rawValue) change \(entity.barcode) --home PLACE gives it one"
                    throw Refusal(.noHome, "cannot refile \(entity.barcode): it has no home; \(way)")
                }
                return placement
            }
            let groups = Dictionary(grouping: zip(destinations, entities)) { $0.0 }.values.map { group in
                (destination: group[0].0, things: group.map(\.1))
            }
            // Sorted by number, so that the entries depend only on the request.
            return groups.sorted { ($0.things[0].id) < ($1.things[0].id) }.map {
                (MoveOrder(to: $0.destination), $0.things)
            }
        }
    }

    /// Hands items and containers over from one custodian to another, all or none.
    public func handOver(
        _ barcodes: [Barcode],
        _ handOver: HandOver,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let view = transaction.view
            let taker = try Self.person(handOver.taker, in: view)
            let giver = try handOver.giver.map { try Self.person($0, in: view) }
            let facts = try MoveFacts(about: entities, in: view)
            for entity in entities {
                guard handOver.stage != .accept else {
                    guard facts.origin(of: entity) == .inTransit else {
                        let what = "cannot accept \(entity.barcode): it is not in transit"
                        throw Refusal(.notOnItsWay, "\(what); release it first, or hand it over at once")
                    }
                    continue
                }
                guard let holder = facts.holder(of: entity), giver == nil || holder.id == giver?.id else {
                    let who = giver?.name ?? "anybody"
                    let what = "cannot hand over \(entity.barcode): it is not with \(who)"
                    throw Refusal(.notWithGiver, "\(what); outguide where \(entity.barcode) says where it is")
                }
            }
            var order = MoveOrder(to: handOver.stage == .release ? .inTransit : .custodian(taker.id))
            order.isStated = handOver.stage == .atOnce
            if handOver.stage == .release { order.recipient = taker.id }
            order.reason = handOver.reason?.text
            return [(order, entities)]
        }
    }

    /// Renews charge-outs until `due`, or for the period of the loan terms from now.
    ///
    /// All are renewed, or none. A renewal that would not extend the due date is refused and does not count.
    public func renew(
        _ barcodes: [Barcode],
        until due: Timestamp? = nil,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [ChargeOutSummary] {
        try Self.check(barcodes.count)
        let settings = settings
        return try await write { transaction in
            let view = transaction.view
            let entities = try Self.known(barcodes, in: view)
            let isDone = try key.map { try transaction.result(of: $0) != nil } ?? false
            if !isDone {
                for entity in entities {
                    let renewal = try Self.renewal(of: entity, until: due, in: transaction, settings: settings)
                    try transaction.append(.renewed(renewal), by: attribution)
                }
                if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            }
            let renewed = try entities.compactMap { entity in
                try view.loan(of: entity.id).map { (entity, $0) }
            }
            return try ChargeOutSummary.lines(renewed, at: transaction.now, in: view)
        }
    }

    private static func renewal(
        of entity: Entity,
        until stated: Timestamp?,
        in transaction: LogTransaction,
        settings: CirculationSettings
    ) throws -> Renewal {
        let view = transaction.view
        guard let loan = try view.loan(of: entity.id) else {
            throw Refusal(.notChargedOut, "cannot renew \(entity.barcode): it is not charged out")
        }
        guard let borrower = try view.entity(loan.custodian) else {
            throw Refusal(.needsSupervisor, "cannot renew \(entity.barcode): ask a supervisor")
        }
        let series = try view.conditions(of: entity.id).series
        let terms = settings.loans.terms(custodian: borrower.kind, series: series)
        if let list = try view.pullListWanting(entity.id) {
            let line = try view.pullLines(of: list).first { $0.entity == entity.id && $0.pulled == nil }
            guard let line, line.recipient == borrower.id else {
                let what = "cannot renew \(entity.barcode): it is wanted on \(try view.pullList(list).barcode.text)"
                throw Refusal(.alreadyWanted, "\(what); it must come back first")
            }
        }
        guard loan.renewals < terms.renewals else {
            let what = "cannot renew \(entity.barcode): it was renewed \(loan.renewals) times"
            throw Refusal(.renewalLimit, "\(what), and \(terms.renewals) are allowed; it must come back first")
        }
        let now = transaction.now
        guard let due = stated ?? DueDate(settings).due(terms, from: now) else {
            let what = "cannot renew \(entity.barcode): the configuration has no days for it; give the day with --due"
            throw Refusal(.invalidRequest, what)
        }
        let clock = settings.clock
        guard due > now else {
            let what = "cannot renew \(entity.barcode) until \(clock.text(of: due)): that has passed"
            throw Refusal(.invalidRequest, what)
        }
        if let refusal = objection(to: due, isStated: stated != nil, for: loan, of: entity, clock: clock) {
            throw refusal
        }
        return Renewal(subject: entity.id, due: due)
    }

    /// Returns why a charge-out cannot be renewed until `due`: the new due date must be later than the current one.
    private static func objection(
        to due: Timestamp,
        isStated: Bool,
        for loan: ChargeOut,
        of entity: Entity,
        clock: LocalClock
    ) -> Refusal? {
        let what = "cannot renew \(entity.barcode)"
        guard let current = loan.due else {
            // A stated date may limit a charge-out without a due date; the loan terms alone would only shorten it.
            return isStated ? nil : Refusal(.notLater, "\(what): it is lent without a due date; give one with --due")
        }
        let second: Int64 = 1_000_000
        guard due.microseconds / second <= current.microseconds / second else { return nil }
        let now = "renewed now it would be due \(clock.text(of: due))"
        let way = isStated ? "give a later day" : "\(now); give a later day with --due"
        return Refusal(.notLater, "\(what): it is due \(clock.text(of: current)) already; \(way)")
    }

    /// Returns the slip for the place of an item or container that is with a custodian, directly or in a container; nil
    /// if it is not.
    public func outGuideSlip(for barcode: Barcode) async throws -> OutGuideSlip? {
        try await read { try Self.outGuideSlip(for: Self.known(barcode, in: $0), in: $0) }
    }

    package static func outGuideSlip(for entity: Entity, in view: LogView) throws -> OutGuideSlip? {
        let found = try view.whereabouts(of: entity)
        let around = try view.surroundings(of: found.placement, stopsAtLocation: true)
        guard let holder = around.first(where: { $0.type == .custodian }) else { return nil }
        // The contents of a charged-out box share its charge-out.
        let things = [entity] + around.prefix { $0.type == .container }
        let loan = try things.lazy.compactMap { try view.loan(of: $0.id) }.first
        var reason: String?
        if let loan, case .transferred(let transfer) = try view.entry(loan.entry).fact { reason = transfer.reason }
        return OutGuideSlip(
            entity,
            home: try entity.home.flatMap { try view.entity($0)?.barcode },
            custodian: try view.hides(holder.id) ? "somebody" : holder.name,
            since: loan?.since ?? found.since,
            due: loan?.due,
            reason: reason
        )
    }

    /// Lists charge-outs, in the order of registration.
    public func loans(
        of custodian: Barcode? = nil,
        after cursor: EntityID?,
        limit: Int,
        at now: Timestamp
    ) async throws -> Listed<ChargeOutSummary, EntityID> {
        try await read { view in
            let person = try custodian.map { try Self.person($0, in: view) }
            return try Listed(after: cursor, limit: limit, in: view, place: \.entity.id) { view in
                try view.loanCount(shownOf: person?.id)
            } rows: { view, cursor, limit in
                let loans = try view.loans(of: person?.id, after: cursor, limit: limit)
                return try ChargeOutSummary.lines(loans, at: now, in: view)
            }
        }
    }

    /// Lists overdue charge-outs, most overdue first.
    public func overdue(
        of custodian: Barcode? = nil,
        after cursor: MomentCursor?,
        limit: Int,
        at now: Timestamp
    ) async throws -> Listed<ChargeOutSummary, MomentCursor> {
        try await read { view in
            let person = try custodian.map { try Self.person($0, in: view) }
            return try Listed(after: cursor, limit: limit, in: view) { line in
                line.loan.due.map { MomentCursor(moment: $0, entity: line.entity.id) }
            } total: { view in
                try view.overdueCount(of: person?.id, at: now)
            } rows: { view, cursor, limit in
                let loans = try view.overdue(of: person?.id, at: now, after: cursor, limit: limit)
                return try ChargeOutSummary.lines(loans, at: now, in: view)
            }
        }
    }

    /// Lists transits, oldest first.
    ///
    /// With `late`, only those that exceed `transitHours`.
    public func passages(
        late: Bool,
        after cursor: MomentCursor?,
        limit: Int,
        at now: Timestamp
    ) async throws -> Listed<TransitSummary, MomentCursor> {
        let limitOfTime = now.advanced(bySeconds: -settings.transitHours * 3_600)
        let latest = late ? limitOfTime : now
        return try await read { view in
            try Listed(after: cursor, limit: limit, in: view) { line in
                MomentCursor(moment: line.passage.since, entity: line.entity.id)
            } total: { view in
                try view.passageCount(since: latest)
            } rows: { view, cursor, limit in
                let passages = try view.passages(since: latest, after: cursor, limit: limit)
                return try Self.lines(passages, lateSince: limitOfTime, in: view)
            }
        }
    }

    private static func lines(
        _ passages: [(Entity, Transit)],
        lateSince limitOfTime: Timestamp,
        in view: LogView
    ) throws -> [TransitSummary] {
        let ends = passages.flatMap { [$0.1.sender, $0.1.recipient] }
        let people = try view.entities(Array(Set(ends.compactMap(\.self))))
        return passages.map { entity, passage in
            TransitSummary(
                entity: entity,
                passage: passage,
                sender: passage.sender.flatMap { people[$0] },
                recipient: passage.recipient.flatMap { people[$0] },
                isLate: passage.since <= limitOfTime
            )
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
            if let key, let result = try transaction.result(of: key) {
                let entries = try Self.transfers(in: result.entries, view: view)
                return try Self.movements(entities.map { ($0, entries[$0.id]) }, in: view)
            }
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
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return entities.compactMap { entity in
                guard movements[entity.id]?.isEmpty == false else { return nil }
                return movements[entity.id]?.removeFirst()
            }
        }
    }

    private static func check(_ count: Int) throws {
        guard (1...largestMove).contains(count) else {
            throw Refusal(.invalidRequest, "cannot take \(count) things at once: name 1 to \(largestMove)")
        }
    }

    static func person(_ barcode: Barcode, in view: LogView) throws -> Entity {
        let entity = try known(barcode, in: view)
        guard entity.type == .custodian else {
            throw Refusal(.notAPerson, "cannot give things to \(barcode): it is a \(entity.kind), not a custodian")
        }
        return entity
    }

    /// Returns the entities with these barcodes, in their order; refused if one is unknown.
    static func known(_ barcodes: [Barcode], in view: LogView) throws -> [Entity] {
        let found = try view.entities(barcodes: barcodes)
        return try barcodes.map { barcode in
            guard let entity = found[barcode] else { throw Refusal.unknown(barcode) }
            return entity
        }
    }
}
