import Barcodes
import Localization
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
        let what = Message(
            "cannot move \(subject.barcode, "item"): it is \(subject.type.termWithArticle, "kind"); "
                + "only boxes and items move"
        )
        return Refusal(.notMovable, what)
    }

    private static let notDisposed: Rule = { act in
        guard act.origin == .disposed else { return nil }
        return Refusal(.itemDisposed, Message("cannot move \(act.subject.barcode, "item"): it was disposed of"))
    }

    private static let notIntoItself: Rule = { act in
        let subject = act.subject
        guard act.around.contains(where: { $0.entity.id == subject.id }) else { return nil }
        guard let place = act.place, place.id != subject.id else {
            return Refusal(.intoItself, Message("cannot put \(subject.barcode, "item") into itself"))
        }
        let what = Message(
            "cannot put \(subject.barcode, "item") into \(place.barcode, "place"): "
                + "\(place.barcode, "place") is inside \(subject.barcode, "item")"
        )
        return Refusal(.intoItself, what)
    }

    private static let notTooDeep: Rule = { act in
        guard let place = act.place, act.containersAround + act.depthWithin > Nesting.mostContainers else { return nil }
        guard act.containersAround + act.shownDepthWithin > Nesting.mostContainers else {
            return askSupervisor(toMove: act)
        }
        return Nesting.refusal(to: act.subject, into: place, most: Nesting.mostContainers)
    }

    /// Returns the refusal for an obstacle that is concealed from the caller.
    ///
    /// It reveals neither the obstacle nor the reason.
    static func askSupervisor(to leaving: Leaving, _ act: MoveContext) -> Refusal {
        let what = leaving.failure(Message(verbatim: act.subject.barcode.text))
        return Refusal(.needsSupervisor, Message("\(what, "what"): \(Message("ask a supervisor"), "remedy")"))
    }

    static func askSupervisor(toMove act: MoveContext) -> Refusal {
        Refusal(.needsSupervisor, Message("cannot move \(act.subject.barcode, "item"): ask a supervisor"))
    }

    private static let open: Rule = { act in
        guard let closed = act.around.first(where: \.conditions.isClosed) else { return nil }
        let what = Message(
            "cannot put \(act.subject.barcode, "item") at \(closed.entity.name, "place"): "
                + "\(closed.entity.barcode, "location") is closed; use another shelf"
        )
        return Refusal(.locationClosed, what)
    }

    private static let withinRooms: Rule = { act in
        guard act.place?.type == .location || act.place?.type == .container,
            let bound = act.binding({ bound in
                !bound.conditions.rooms.isEmpty
                    && !act.around.contains { bound.conditions.rooms.contains($0.entity.id) }
            })
        else { return nil }
        guard !bound.isHidden, let place = act.place else { return askSupervisor(toMove: act) }
        let command = "outguide \(bound.type.rawValue) show \(bound.barcode)"
        let what = Message(
            "cannot put \(act.name(bound), "item") at \(place.name, "place"): it may lie only in its own rooms; "
                + "\(command, "command") shows which"
        )
        return Refusal(.roomRestricted, what)
    }

    private static let notFull: Rule = { act in
        guard let place = act.around.first, place.entity.type == .location, let capacity = place.conditions.capacity,
            act.occupancy >= capacity
        else { return nil }
        let what = Message(
            "cannot put \(act.subject.barcode, "item") at \(place.entity.name, "place"): "
                + "\(place.entity.barcode, "location") is full, \(capacity, "limit") of \(capacity, "limit"); "
                + "use another shelf"
        )
        return Refusal(.locationFull, what)
    }
}
