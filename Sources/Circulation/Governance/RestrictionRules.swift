import Localization
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
        func refuse(_ kind: RefusalKind, _ why: Message) -> Result<Restriction, Refusal> {
            .failure(Refusal(kind, Message("\(failure(entity, to: level), "what"): \(why, "reason")")))
        }
        if let unfit = unfit(entity, state) { return refuse(.notRestrictable, unfit) }
        guard level != .expunged else {
            return refuse(.invalidRequest, Message("an expungement is requested and approved"))
        }
        guard level == .sealed else {
            if state.isSealed {
                let command = "outguide \(entity.type.rawValue) unseal \(entity.barcode) --order ORDER --reason TEXT"
                let way = Message("lift the seal first: \(command, "command")")
                return refuse(.sealed, Message("\(sealed(state), "what"); \(way, "remedy")"))
            }
            guard state.level != level else {
                let why = level == .open ? Message("it is not restricted") : Message("it is restricted already")
                return refuse(.alreadyRestricted, why)
            }
            return .success(Restriction(subject: entity.id, from: state.level, to: level, order: order, reason: reason))
        }
        guard state.level != .sealed else { return refuse(.alreadyRestricted, sealedAlready(state)) }
        guard order != nil else {
            return refuse(.orderMissing, Message("a seal needs an order; name it with --order"))
        }
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
        func refuse(_ kind: RefusalKind, _ why: Message) -> Result<Restriction, Refusal> {
            let what = Message("cannot unseal \(entity.barcode, "item")")
            return .failure(Refusal(kind, Message("\(what, "what"): \(why, "reason")")))
        }
        if let unfit = unfit(entity, state) { return refuse(.notRestrictable, unfit) }
        guard state.isSealed else {
            guard let cover = state.cover else { return refuse(.notSealed, Message("it is not sealed")) }
            let why = Message("it is not sealed itself; the seal of \(cover.barcode, "container") covers it")
            return refuse(.notSealed, why)
        }
        guard order != nil else {
            return refuse(.orderMissing, Message("a seal is lifted by order only; name the order with --order"))
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

    private static func failure(_ entity: Entity, to level: Restriction.Level) -> Message {
        switch level {
        case .sealed: Message("cannot seal \(entity.barcode, "item")")
        case .open: Message("cannot unrestrict \(entity.barcode, "item")")
        case .restricted, .expunged: Message("cannot restrict \(entity.barcode, "item")")
        }
    }

    /// Returns why the entity can be neither restricted nor sealed; nil if it can.
    private static func unfit(_ entity: Entity, _ state: State) -> Message? {
        guard entity.type.isMovable else {
            return Message(
                "it is \(entity.type.termWithArticle, "kind"); only items and containers can be",
                context: "restricted or sealed"
            )
        }
        return state.level == .expunged ? Message("it was expunged") : nil
    }

    private static func sealed(_ state: State) -> Message {
        guard state.level == .sealed, let seal = state.last, let entry = state.entry else {
            return Message("it is sealed without an order")
        }
        guard let order = seal.order else { return Message("it is sealed, entry \(entry, "entry")") }
        return Message("it is sealed by order “\(order, "order")”, entry \(entry, "entry")")
    }

    private static func sealedAlready(_ state: State) -> Message {
        guard let seal = state.last, let entry = state.entry else {
            return Message("it is sealed already without an order")
        }
        guard let order = seal.order else { return Message("it is sealed already, entry \(entry, "entry")") }
        return Message("it is sealed already by order “\(order, "order")”, entry \(entry, "entry")")
    }
}
