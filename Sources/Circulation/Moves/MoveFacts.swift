import TransferLog
package import Vocabulary

/// A requested move, before the rules judge it.
package struct MoveOrder: Sendable, Hashable {
    package let destination: Placement
    package var reason: String?
    /// The custodian who hands the items and containers over; nil if it is no hand-over.
    package var giver: EntityID?
    /// Whether the move is explicitly requested, regardless of who has the items and containers.
    package var isStated = false
    /// The stated due date; nil to apply the loan terms.
    package var due: Timestamp?
    /// The recipient of items and containers in transit.
    package var recipient: EntityID?
    /// Whether the move records the result of a count rather than an act.
    package var isFinding = false
    /// The kind of transfer; nil to derive it from the origin and the destination.
    package var kind: TransferKind?

    package init(to destination: Placement) { self.destination = destination }
}

/// The facts that the rules need about items and containers to be moved, queried for all of them together.
///
/// The number of statements does not depend on their number.
struct MoveFacts {
    /// The current placements, or those at the stated time of a past move.
    private let origins: [EntityID: Placement]
    private let bound: [EntityID: [Constraint]]
    private let around: [EntityID: [Enclosure]]
    private let transits: [EntityID: Transit]
    private let recipients: [EntityID: Entity]
    /// The custodians of some of them who are concealed from the caller.
    private let hiddenHolders: Set<EntityID>

    /// Queries the facts.
    ///
    /// - Parameter moment: when a past move took place. Only the origins are then queried.
    init(about entities: [Entity], at moment: Timestamp? = nil, in view: LogView) throws {
        let ids = entities.map(\.id)
        origins = try view.placements(of: ids, at: moment)
        guard moment == nil else {
            (bound, around, transits, recipients, hiddenHolders) = ([:], [:], [:], [:], [])
            return
        }
        bound = try view.bound(within: ids)
        around = try view.surroundings(of: ids)
        let holders = Set(around.values.compactMap { $0.last { $0.entity.type == .custodian }?.entity.id })
        hiddenHolders = try holders.filter(view.hides)
        transits = origins.values.contains(.inTransit) ? try view.transits(of: ids) : [:]
        recipients = try transits.isEmpty ? [:] : view.entities(transits.values.compactMap(\.recipient))
    }

    func origin(of entity: Entity) -> Placement { origins[entity.id] ?? .unknown }

    func transit(of entity: Entity) -> Transit? { transits[entity.id] }

    /// Returns the custodian who has the item or container, directly or in a container; nil if none has it.
    func holder(of entity: Entity) -> Entity? { around[entity.id]?.last { $0.entity.type == .custodian }?.entity }

    /// Whether a hold applies to the item or container, its own or that of an enclosing container.
    func isHeld(_ entity: Entity) -> Bool {
        (bound[entity.id] ?? []).contains { $0.entity == entity.id && $0.isHeld }
            || (around[entity.id] ?? []).contains { $0.entity.type == .container && $0.isHeld }
    }

    /// Adds the current facts to the circumstances of a move.
    func complete(_ act: inout MoveContext) {
        act.bound = bound[act.subject.id] ?? []
        act.holder = holder(of: act.subject)
        act.isHolderHidden = act.holder.map { hiddenHolders.contains($0.id) } ?? false
        for outer in around[act.subject.id] ?? [] where outer.entity.type == .container {
            if act.heldOutside == nil, outer.isHeld { act.heldOutside = outer.entity }
        }
        if let recipient = transits[act.subject.id]?.recipient { act.recipient = recipients[recipient] }
    }
}
