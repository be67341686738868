import Vocabulary

/// Which entities may be restricted, sealed and unsealed, and when.
enum RestrictionRules {
    /// The restrictions and seals that apply to an entity.
    struct State {
        /// The level of its restriction.
        var level: Restriction.Level = .open
        /// The restriction or seal that set the level.
        var last: Restriction?
        /// The entry of ``last``.
        var entry: EntryNumber?
        /// Whether an earlier version sealed the entity by a change, without an order.
        var wasSealedByChange = false
        /// The container whose seal covers the entity; nil if there is none.
        var cover: Entity?

        var isSealed: Bool { level == .sealed || wasSealedByChange }
    }

    /// Restricts `record`, opens it, or seals it by `order`.
    static func judge(
        _ entity: Entity,
        _ state: State,
        to level: Restriction.Level,
        order: String?,
        reason: String?
    ) -> Result<Restriction, Refusal> {
        let verb = level == .sealed ? "seal" : level == .open ? "unrestrict" : "restrict"
        func refuse(_ kind: RefusalKind, _ why: String) -> Result<Restriction, Refusal> {
            .failure(Refusal(kind, "cannot \(verb) \(entity.barcode): \(why)"))
        }
        if let refusal = unfit(entity, state, verb) { return .failure(refusal) }
        guard level != .expunged else { return refuse(.invalidRequest, "an expungement is requested and approved") }
        guard level == .sealed else {
            if state.isSealed {
                return refuse(.sealed, "it is sealed\(words(state)); lift the seal first: \(unsealing(entity))")
            }
            guard state.level != level else {
                return refuse(.alreadyRestricted, level == .open ? "it is not restricted" : "it is restricted already")
            }
            return .success(Restriction(subject: entity.id, from: state.level, to: level, order: order, reason: reason))
        }
        guard state.level != .sealed else { return refuse(.alreadyRestricted, "it is sealed already\(words(state))") }
        guard order != nil else { return refuse(.orderMissing, "a seal needs an order; name it with --order") }
        return .success(Restriction(subject: entity.id, from: state.level, to: .sealed, order: order, reason: reason))
    }

    /// Lifts the seal of `record` by `order`.
    ///
    /// A restriction that preceded the seal is restored.
    static func unseal(
        _ entity: Entity,
        _ state: State,
        order: String?,
        reason: String?
    ) -> Result<Restriction, Refusal> {
        func refuse(_ kind: RefusalKind, _ why: String) -> Result<Restriction, Refusal> {
            .failure(Refusal(kind, "cannot unseal \(entity.barcode): \(why)"))
        }
        if let refusal = unfit(entity, state, "unseal") { return .failure(refusal) }
        guard state.isSealed else {
            let cover = state.cover.map { " itself; the seal of \($0.barcode) covers it" } ?? ""
            return refuse(.notSealed, "it is not sealed\(cover)")
        }
        guard order != nil else {
            return refuse(.orderMissing, "a seal is lifted by order only; name the order with --order")
        }
        let before = state.level == .sealed ? state.last?.from ?? .open : state.level
        return .success(
            Restriction(
                subject: entity.id,
                from: .sealed,
                to: before < .sealed ? before : .open,
                order: order,
                reason: reason
            )
        )
    }

    private static func unfit(_ entity: Entity, _ state: State, _ verb: String) -> Refusal? {
        let what = "cannot \(verb) \(entity.barcode)"
        guard entity.type.isMovable else {
            let why = "it is a \(entity.type.rawValue); only items and containers can be"
            return Refusal(.notRestrictable, "\(what): \(why)")
        }
        guard state.level != .expunged else { return Refusal(.notRestrictable, "\(what): it was expunged") }
        return nil
    }

    /// Returns " by order “26-CR-7”, entry 12", or that no order was recorded.
    private static func words(_ state: State) -> String {
        guard state.level == .sealed, let seal = state.last, let entry = state.entry else { return " without an order" }
        return (seal.order.map { " by order “\($0)”" } ?? "") + ", entry \(entry)"
    }

    private static func unsealing(_ entity: Entity) -> String {
        "outguide \(entity.type.rawValue) unseal \(entity.barcode) --order ORDER --reason TEXT"
    }
}
