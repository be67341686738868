import TransferLog
import Vocabulary

/// The rules for moving items and containers.
enum MoveRules {
    /// The result of judging one move.
    enum Ruling: Sendable, Hashable {
        case allowed
        /// The item or container is there already.
        ///
        /// Nothing to do; not an error.
        case alreadyThere
        case refused(Refusal)
    }

    /// Judges one move; returns the refusal of the first rule that objects.
    static func judge(_ act: MoveContext) -> Ruling {
        for rule in unbreakable {
            if let refusal = rule(act) { return .refused(refusal) }
        }
        if act.origin == act.destination { return .alreadyThere }
        guard !act.isHistory else { return .allowed }
        for rule in rules {
            if let refusal = rule(act) { return .refused(refusal) }
        }
        return .allowed
    }

    typealias Rule = @Sendable (MoveContext) -> Refusal?

    /// The rules that always hold, for present and past moves.
    static let unbreakable: [Rule] = [movable, notDisposed, notIntoItself, notTooDeep]

    /// The rules for present moves.
    static let rules: [Rule] = [
        forAnother, notWithAnother, notHeld, notSealed, open, withinRooms, forRoles, withinLimit,
        notFull,
    ]

    private static let movable: Rule = { act in
        let subject = act.subject
        guard !subject.type.isMovable else { return nil }
        let what = "cannot move \(subject.barcode): it is a \(subject.type.rawValue); only boxes and items move"
        return Refusal(.notMovable, what)
    }

    private static let notDisposed: Rule = { act in
        guard act.origin == .disposed else { return nil }
        return Refusal(.itemDisposed, "cannot move \(act.subject.barcode): it was disposed of")
    }

    private static let notIntoItself: Rule = { act in
        let subject = act.subject
        guard act.around.contains(where: { $0.entity.id == subject.id }) else { return nil }
        guard let place = act.place, place.id != subject.id else {
            return Refusal(.intoItself, "cannot put \(subject.barcode) into itself")
        }
        let what = "cannot put \(subject.barcode) into \(place.barcode)"
        return Refusal(.intoItself, "\(what): \(place.barcode) is inside \(subject.barcode)")
    }

    private static let notTooDeep: Rule = { act in
        guard let place = act.place, act.containersAround + act.depthWithin > Nesting.mostContainers else { return nil }
        guard act.containersAround + act.shownDepthWithin > Nesting.mostContainers else {
            return askSupervisor(to: "move", act)
        }
        return Nesting.refusal(to: act.subject, into: place, most: Nesting.mostContainers)
    }

    private static let forAnother: Rule = { act in
        guard act.origin == .inTransit, let recipient = act.recipient, let borrower = act.borrower,
            recipient.id != borrower.id
        else { return nil }
        let what = "cannot give \(act.subject.barcode) to \(borrower.name): it is on its way to \(recipient.name)"
        return Refusal(.forAnother, "\(what); scan that badge, or a shelf to take it back")
    }

    private static let notWithAnother: Rule = { act in
        guard let holder = act.holder, let borrower = act.borrower, holder.id != borrower.id, !act.isStated,
            act.giver != holder.id
        else { return nil }
        guard !act.isHolderHidden else { return askSupervisor(to: "charge out", act) }
        let what = "cannot charge out \(act.subject.barcode) to \(borrower.name): \(holder.name) has it"
        return Refusal(.chargedOut, "\(what); scan \(holder.barcode), then \(borrower.barcode), to hand it over")
    }

    private static let notHeld: Rule = { act in
        guard let verb = act.leaving else { return nil }
        if let held = act.binding(\.isHeld) {
            guard !held.isHidden else { return askSupervisor(to: verb, act) }
            let what = "cannot \(verb) \(act.name(held)): it is held"
            return Refusal(.held, "\(what); outguide \(held.type.rawValue) show \(held.barcode) shows the order")
        }
        guard let box = act.heldOutside else { return nil }
        let what = "cannot \(verb) \(act.subject.barcode) in \(box.barcode): it is held"
        return Refusal(.held, "\(what); outguide container show \(box.barcode) shows the order")
    }

    /// Refuses to move a sealed item out of custody inside something else.
    ///
    /// It may leave only if it is named by its own barcode.
    private static let notSealed: Rule = { act in
        guard let verb = act.leaving, !act.bound.contains(where: { $0.entity == act.subject.id && $0.isSealed }),
            let sealed = act.binding(\.isSealed)
        else { return nil }
        guard !sealed.isHidden else { return askSupervisor(to: verb, act) }
        let what = "cannot \(verb) \(act.name(sealed)): it is sealed"
        return Refusal(.sealed, "\(what); take it out first, or name it by its own barcode")
    }

    /// Returns the refusal for an obstacle that is concealed from the caller.
    ///
    /// It reveals neither the obstacle nor the reason.
    private static func askSupervisor(to verb: String, _ act: MoveContext) -> Refusal {
        Refusal(.needsSupervisor, "cannot \(verb) \(act.subject.barcode): ask a supervisor")
    }

    private static let open: Rule = { act in
        guard let closed = act.around.first(where: \.conditions.isClosed) else { return nil }
        let what = "cannot put \(act.subject.barcode) at \(closed.entity.name): \(closed.entity.barcode) is closed"
        return Refusal(.locationClosed, "\(what); use another shelf")
    }

    private static let withinRooms: Rule = { act in
        guard act.place?.type == .location || act.place?.type == .container,
            let bound = act.binding({ bound in
                !bound.conditions.rooms.isEmpty
                    && !act.around.contains { bound.conditions.rooms.contains($0.entity.id) }
            })
        else { return nil }
        guard !bound.isHidden else { return askSupervisor(to: "move", act) }
        let what =
            "cannot put \(act.name(bound)) at \(act.place?.name ?? "this place"): it may lie only in its own rooms"
        return Refusal(.roomRestricted, "\(what); outguide \(bound.type.rawValue) show \(bound.barcode) shows which")
    }

    private static let forRoles: Rule = { act in
        guard let borrower = act.borrower,
            let bound = act.binding({ bound in
                !bound.conditions.roles.isEmpty && !bound.conditions.roles.contains(borrower.kind)
            })
        else { return nil }
        guard !bound.isHidden else { return askSupervisor(to: "charge out", act) }
        let allowed = bound.conditions.roles.map(\.name).joined(separator: ", ")
        let what = "cannot charge out \(act.name(bound)) to \(borrower.name), a \(borrower.kind)"
        return Refusal(.roleRestricted, "\(what): only to \(allowed)")
    }

    private static let withinLimit: Rule = { act in
        guard let borrower = act.borrower, let limit = act.chargeOutLimit, act.chargeOuts >= limit else { return nil }
        let what = "cannot charge out \(act.subject.barcode) to \(borrower.name)"
        return Refusal(.loanLimit, "\(what): \(act.chargeOuts) things are out already, and \(limit) are allowed")
    }

    private static let notFull: Rule = { act in
        guard let place = act.around.first, place.entity.type == .location, let capacity = place.conditions.capacity,
            act.occupancy >= capacity
        else { return nil }
        let what = "cannot put \(act.subject.barcode) at \(place.entity.name): \(place.entity.barcode) is full"
        return Refusal(.locationFull, "\(what), \(capacity) of \(capacity); use another shelf")
    }
}
