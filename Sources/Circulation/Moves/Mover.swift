import Localization
package import TransferLog
package import Vocabulary

/// Moves items and containers to one place within one transaction.
///
/// The facts about the place are queried once. Those about the items and containers, with their contents, take one
/// query each, however many they are.
package struct Mover {
    private let order: MoveOrder
    private let transaction: LogTransaction
    /// The view of the audience that is shown the refusals.
    private let view: LogView
    private let settings: CirculationSettings
    private let place: Entity?
    private let around: [MoveContext.EnclosingPlace]
    private var occupancy = 0
    private var chargeOuts = 0
    /// Those that are already being moved to the place.
    private var moved: Set<EntityID> = []

    /// Queries the facts about the destination.
    ///
    /// - Parameter view: the view of the audience that is shown the refusals; nil for that of the transaction.
    /// - Throws: The errors of the view's queries.
    package init(
        _ order: MoveOrder,
        in transaction: LogTransaction,
        settings: CirculationSettings,
        shownTo view: LogView? = nil
    ) throws {
        let view = view ?? transaction.view
        self.view = view
        self.order = order
        self.transaction = transaction
        self.settings = settings
        around = try view.surroundings(of: order.destination).map { entity in
            MoveContext.EnclosingPlace(entity: entity, conditions: try view.conditions(of: entity.id))
        }
        place = around.first?.entity
        if let first = around.first, let capacity = first.conditions.capacity {
            occupancy = try view.occupancy(of: first.entity.id, upTo: capacity + 1)
        }
        if let place, place.type == .custodian, settings.loans.isLimited {
            chargeOuts = try view.chargeOutCount(shownOf: place.id)
        }
    }

    /// Moves one item or container; returns nil if it is there already, and throws a refusal if a rule forbids the
    /// move.
    package mutating func move(_ entity: Entity, by attribution: Attribution) throws -> Entry? {
        try moveAll([entity], by: attribution).first ?? nil
    }

    /// Moves all of them, or none if a rule forbids one.
    ///
    /// Returns nil for each that is there already.
    ///
    /// - Throws: ``Refusal`` if a rule forbids one of the moves, and the errors of the transaction.
    package mutating func moveAll(_ entities: [Entity], by attribution: Attribution) throws -> [Entry?] {
        try transfers(of: entities, by: attribution).map { transfer in
            try transfer.map { try transaction.append(.transferred($0), by: attribution) }
        }
    }

    /// Returns the transfers that would move them, nil for each that is there already.
    ///
    /// Throws a refusal if a rule forbids one. Writes nothing.
    package mutating func transfers(of entities: [Entity], by attribution: Attribution) throws -> [Transfer?] {
        let moment = attribution.isBackDated ? attribution.occurredAt : nil
        let facts = try MoveFacts(about: entities, at: moment, in: view)
        let separatesDuties = settings.separatesDuties && !order.isFinding
        let counters = try separatesDuties ? view.counters(of: entities.map(\.id)) : [:]
        return try entities.map { try transfer(of: $0, by: attribution, facts, counters) }
    }

    private mutating func transfer(
        of entity: Entity,
        by attribution: Attribution,
        _ facts: MoveFacts,
        _ counters: [EntityID: Principal]
    ) throws -> Transfer? {
        let origin = moved.contains(entity.id) ? order.destination : facts.origin(of: entity)
        var act = MoveContext(subject: entity, origin: origin, destination: order.destination, place: place)
        act.around = around
        // Moving to a location does not increase the depth, so it is checked only inside containers.
        if entity.type == .container, act.containersAround > 0 {
            act.depthWithin = try view.unfiltered(because: .constraint).depth(within: entity.id)
            act.shownDepthWithin = try view.depth(within: entity.id)
        }
        act.isHistory = attribution.isBackDated || order.kind == .missed
        act.giver = order.giver
        act.isStated = order.isStated
        act.occupancy = occupancy
        act.chargeOuts = chargeOuts
        var terms = settings.loans
        if !attribution.isBackDated {
            facts.complete(&act)
            if let borrower = act.borrower {
                let series = act.bound.first { $0.entity == entity.id }?.conditions.series
                terms = terms.terms(custodian: borrower.kind, series: series)
                act.chargeOutLimit = terms.limit
            }
        }
        switch MoveRules.judge(act) {
        case .alreadyThere: return nil
        case .refused(let refusal): throw refusal
        case .allowed: break
        }
        try check(entity, wasCountedBy: counters[entity.id], movedBy: attribution.principal)
        let due = DueDate(settings).due(terms, from: attribution.occurredAt ?? transaction.now)
        let transit = facts.transit(of: entity)
        let isAccepted = act.borrower != nil && transit?.sender != nil && transit?.sender != place?.id
        let natural = TransferKind(from: origin, to: order.destination, home: entity.home)
        occupancy += 1
        chargeOuts += 1
        moved.insert(entity.id)
        return Transfer(
            kind: order.kind ?? (isAccepted ? .handedOver : natural),
            subject: entity.id,
            from: origin,
            to: order.destination,
            reason: order.reason,
            due: act.borrower == nil || attribution.isBackDated ? nil : order.due ?? due,
            recipient: order.recipient
        )
    }

    /// Refuses a move by the principal who counted the item or container: a count must be independent of the move.
    private func check(_ entity: Entity, wasCountedBy counter: Principal?, movedBy principal: Principal) throws {
        guard counter == principal else { return }
        let what = Message("cannot move \(entity.barcode, "item"): you counted it; somebody else must move it")
        throw Refusal(.separateDuties, what)
    }
}

extension ChargeOutTerms {
    /// Whether the number of charge-outs is limited for any custodian.
    var isLimited: Bool { limit != nil || exceptions.contains { $0.limit != nil } }
}
