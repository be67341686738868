import Circulation
import Localization
import LogEntries
import TransferLog
import Vocabulary

/// Moves, and the replies that describe them.
extension StationDesk {
    func move(
        _ entity: Entity,
        to destination: Placement,
        in context: StationContext,
        isNew: Bool,
        by attribution: Attribution
    ) throws -> StationReply {
        var order = MoveOrder(to: destination)
        order.giver = context.giver
        if case .transit(let recipient) = context { order.recipient = recipient }
        let view = transaction.view
        let entry: Entry?
        do {
            var mover = try Mover(order, in: transaction, settings: settings)
            entry = try mover.move(entity, by: attribution)
        } catch let refusal as Refusal {
            return retellable(refusal, of: entity, order, by: attribution)
        }
        let place = try destination.place.map { try describe(known($0)) }
        guard let entry, case .transferred(let transfer) = entry.fact else {
            if attribution.isBackDated, let then = attribution.occurredAt {
                let was =
                    place.map {
                        Message("\(entity.term, "item") was at \($0, "place") already at \(then, "time")")
                    } ?? Message("\(entity.term, "item") was in transit already at \(then, "time")")
                let now = PlaceWords(try view.whereabouts(of: entity)).present
                return StationReply(.attention, "already-there", Message("\(was, "what"); \(now, "remark")"), entity)
            }
            let message =
                place.map { Message("\(entity.term, "item") is at \($0, "place") already") }
                ?? Message("\(entity.term, "item") is in transit already")
            return StationReply(.attention, "already-there", message, entity)
        }
        if let reply = try superseded(entry, entity, place) { return reply }
        let item = isNew ? Message("new \(entity.term, "item")", context: "item") : entity.term
        var message = try moved(item, to: place, order)
        if let due = transfer.due { message = Message("\(message, "what") · due \(day(of: due), "day")") }
        return StationReply(
            .accepted,
            entry.fact.kind,
            message,
            entity,
            entry: entry.number,
            paper: try slip(entity, transfer)
        )
    }

    private func moved(_ item: Message, to place: String?, _ order: MoveOrder) throws -> Message {
        if let place { return Message("\(item, "item") → \(place, "place")") }
        guard let recipient = order.recipient else { return Message("\(item, "item") → in transit") }
        return Message("\(item, "item") → in transit to \(try known(recipient).name, "recipient")")
    }

    /// Returns an item or container that was scanned by itself.
    func giveBack(_ entity: Entity, to location: Entity, by attribution: Attribution) throws -> StationReply {
        let view = transaction.view
        let moment = attribution.isBackDated ? attribution.occurredAt : nil
        let origin = try view.placements(of: [entity.id], at: moment)[entity.id] ?? .unknown
        let holders = try view.surroundings(of: origin, stopsAtLocation: true)
        let holder = holders.first { $0.type == .custodian }
        let isSomewhere = holders.last?.type == .location
        guard holder != nil || !isSomewhere else {
            let place = try view.whereabouts(of: entity, at: moment).path.reversed().joined(separator: " · ")
            let message = Message(
                "\(entity.term, "item") is not charged out: it is at \(place, "place") in the log"
            )
            return StationReply(.attention, RefusalKind.notChargedOut.rawValue, message, entity)
        }
        var order = MoveOrder(to: .location(location.id))
        if holder != nil { order.kind = .returned }
        do {
            var mover = try Mover(order, in: transaction, settings: settings)
            guard let entry = try mover.move(entity, by: attribution) else {
                let message = Message("\(entity.term, "item") is here already")
                return StationReply(.attention, "already-there", message, entity)
            }
            if let reply = try superseded(entry, entity, try describe(location)) { return reply }
            return try StationReply(in: view, entity, entry: entry.number) { view in
                var message = Message("\(entity.term, "item") is back")
                if let holder, try !view.hides(holder.id) {
                    message = Message("\(entity.term, "item") is back from \(holder.name, "holder")")
                }
                if let home = try home(of: entity, in: view) {
                    message = Message("\(message, "what") · belongs at \(home, "place")")
                }
                return StationReply.Words(.accepted, entry.fact.kind, message)
            }
        } catch let refusal as Refusal {
            return retellable(refusal, of: entity, order, by: attribution)
        }
    }

    /// Moves everything on a cart to a place, or nothing.
    func drop(_ cart: EntityID, at place: Entity, by attribution: Attribution) throws -> StationReply {
        guard let placement = Placement(at: place) else {
            return StationReply(StationGrammar.noPlaceOpen(place.barcode))
        }
        let load = try transaction.view.contents(of: cart, after: nil, limit: Circulation.largestMove + 1).map(\.0)
        let cart = try known(cart)
        guard load.count <= Circulation.largestMove else {
            let what = Message(
                "cannot drop \(cart.barcode, "item"): more than {count} thing is on it; put them one by one",
                plural: "cannot drop \(cart.barcode, "item"): more than {count} things are on it; put them one by one",
                count: Circulation.largestMove
            )
            return StationReply(Refusal(.tooMany, what), cart)
        }
        guard !load.isEmpty else {
            let message = Message("nothing is on \(cart.term, "item"): here is open")
            return StationReply(.attention, "nothing-dropped", message, cart)
        }
        do {
            var mover = try Mover(MoveOrder(to: placement), in: transaction, settings: settings)
            let entries = try mover.moveAll(load, by: attribution).compactMap(\.self)
            // Prefer the last entry that everyone may see, because the reply is also shown to others.
            let everybodys = transaction.view.narrowed(to: .open)
            let last = try entries.last { try !everybodys.leavesOut($0) } ?? entries.last
            return try StationReply(in: transaction.view, cart, entry: last?.number) { view in
                let shown = try entries.filter { try !view.leavesOut($0) }
                let moved = try shown.count { entry in
                    try entry.subject.map { try view.lastPlacement(of: $0)?.entry != entry.number } == true
                }
                let dropped = Message(
                    "\(shown.count, "number") from \(cart.term, "item") → \(try describe(place), "place")"
                )
                guard moved > 0 else { return StationReply.Words(.accepted, "dropped", dropped) }
                let since = Message(
                    "{count} of them moved on since, and stays where it is",
                    plural: "{count} of them moved on since, and stay where they are",
                    count: moved
                )
                return StationReply.Words(.accepted, "dropped", Message("\(dropped, "what"); \(since, "remark")"))
            }
        } catch let refusal as Refusal {
            return StationReply(refusal, cart) { [order = MoveOrder(to: placement)] view in
                let shown = try view.contents(of: cart.id, after: nil, limit: Circulation.largestMove).map(\.0)
                var mover = try Mover(order, in: transaction, settings: settings, shownTo: view)
                _ = try mover.transfers(of: shown, by: attribution)
            }
        }
    }

    /// Returns a refusal that is judged again for each audience, so that it reveals only obstacles that the audience
    /// may see.
    func retellable(
        _ refusal: Refusal,
        of entity: Entity,
        _ order: MoveOrder,
        by attribution: Attribution
    ) -> StationReply {
        StationReply(refusal, entity) { view in
            // The destination may be concealed from them, too.
            if let place = order.destination.place, try view.hides(place) { return }
            var mover = try Mover(order, in: transaction, settings: settings, shownTo: view)
            _ = try mover.transfers(of: [entity], by: attribution)
        }
    }

    private func slip(_ entity: Entity, _ transfer: Transfer) throws -> StationPaper? {
        guard transfer.kind == .chargedOut || transfer.kind == .handedOver else { return nil }
        return try Circulation.outGuideSlip(for: entity, in: transaction.view).map { .slip($0) }
    }

    /// Returns the reply for a move that is older than the current placement: it is recorded as history and moves
    /// nothing.
    private func superseded(_ entry: Entry, _ entity: Entity, _ place: String?) throws -> StationReply? {
        let view = transaction.view
        guard entry.isBackDated, let standing = try view.lastPlacement(of: entity.id), standing.entry != entry.number
        else { return nil }
        let then = entry.occurredAt
        let was =
            place.map { Message("\(entity.term, "item") was at \($0, "place") at \(then, "time")") }
            ?? Message("\(entity.term, "item") was in transit at \(then, "time")")
        let now = PlaceWords(try view.whereabouts(of: entity)).lasting
        let message = Message("\(was, "what"); \(now, "remark")")
        return StationReply(.attention, "superseded", message, entity, entry: entry.number)
    }
}
