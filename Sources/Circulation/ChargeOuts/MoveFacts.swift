import TransferLog
import Vocabulary

/// The facts that the rules need about items and containers to be moved, queried for all of them together.
///
/// The number of statements does not depend on their number.
struct MoveFacts {
    /// The current placements, or those at the stated time of a past move.
    private let origins: [EntityID: Placement]
    private let bound: [EntityID: [Constraint]]
    private let around: [EntityID: [Enclosure]]
    private let passages: [EntityID: Transit]
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
            (bound, around, passages, recipients, hiddenHolders) = ([:], [:], [:], [:], [])
            return
        }
        bound = try view.bound(within: ids)
        around = try view.surroundings(of: ids)
        let holders = Set(around.values.compactMap { $0.last { $0.entity.type == .custodian }?.entity.id })
        hiddenHolders = try holders.filter(view.hides)
        passages = origins.values.contains(.inTransit) ? try view.passages(of: ids) : [:]
        recipients = try passages.isEmpty ? [:] : view.entities(passages.values.compactMap(\.recipient))
    }

    func origin(of entity: Entity) -> Placement { origins[entity.id] ?? .unknown }

    func passage(of entity: Entity) -> Transit? { passages[entity.id] }

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
        if let recipient = passages[act.subject.id]?.recipient { act.recipient = recipients[recipient] }
    }
}
