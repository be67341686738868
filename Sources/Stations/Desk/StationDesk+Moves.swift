import Circulation
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
        let entry: Entry?
        do {
            var mover = try Mover(order, in: transaction, settings: settings)
            entry = try mover.move(entity, by: attribution)
        } catch let refusal as Refusal {
            return retellable(refusal, of: entity, order, by: attribution)
        }
        let place = try destination.place.map { try describe(known($0)) } ?? destination.phrase
        guard let entry, case .transferred(let transfer) = entry.fact else {
            if attribution.isBackDated, let occurredAt = attribution.occurredAt {
                let then = settings.clock.text(of: occurredAt)
                let message = "\(name(entity)) was at \(place) already at \(then); \(try present(entity))"
                return StationReply(.attention, "already-there", message, entity)
            }
            let message = "\(name(entity)) is \(destination.place == nil ? "" : "at ")\(place) already"
            return StationReply(.attention, "already-there", message, entity)
        }
        if let reply = try superseded(entry, entity, place) { return reply }
        let to = try order.recipient.map { try " to \(known($0).name)" } ?? ""
        let due = transfer.due.map { " · due \(day(of: $0))" } ?? ""
        let message = "\(isNew ? "new " : "")\(name(entity)) → \(place)\(to)\(due)"
        return StationReply(
            .accepted,
            entry.fact.kind,
            message,
            entity,
            entry: entry.number,
            paper: try slip(entity, transfer)
        )
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
            let message = "\(name(entity)) is not charged out: it is at \(place) in the log"
            return StationReply(.attention, RefusalKind.notChargedOut.rawValue, message, entity)
        }
        var order = MoveOrder(to: .location(location.id))
        if holder != nil { order.kind = .returned }
        do {
            var mover = try Mover(order, in: transaction, settings: settings)
            guard let entry = try mover.move(entity, by: attribution) else {
                return StationReply(.attention, "already-there", "\(name(entity)) is here already", entity)
            }
            if let reply = try superseded(entry, entity, try describe(location)) { return reply }
            return try StationReply(in: view, entity, entry: entry.number) { view in
                let from = try holder.map { try view.hides($0.id) ? "" : " from \($0.name)" } ?? ""
                let home = try home(of: entity, in: view).map { " · belongs at \($0)" } ?? ""
                return StationReply.Words(.accepted, entry.fact.kind, "\(name(entity)) is back\(from)\(home)")
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
            let what = "cannot drop \(cart.barcode): more than \(Circulation.largestMove) things are on it"
            return StationReply(Refusal(.tooMany, what + "; put them one by one"), cart)
        }
        guard !load.isEmpty else {
            return StationReply(.attention, "nothing-dropped", "nothing is on \(name(cart)): here is open", cart)
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
                let since = moved == 0 ? "" : "; \(moved) of them moved on since, and stay where they are"
                let message = "\(shown.count) from \(name(cart)) → \(try describe(place))\(since)"
                return StationReply.Words(.accepted, "dropped", message)
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
    private func superseded(_ entry: Entry, _ entity: Entity, _ place: String) throws -> StationReply? {
        guard entry.isBackDated, let standing = try transaction.view.lastPlacement(of: entity.id),
            standing.entry != entry.number
        else { return nil }
        let then = settings.clock.text(of: entry.occurredAt)
        let message = "\(name(entity)) was at \(place) at \(then); \(try present(entity)), and stays there"
        return StationReply(.attention, "superseded", message, entity, entry: entry.number)
    }

    /// Returns "since 2026-12-17 14:05 it is at Shelf 3 · Room 1".
    func present(_ entity: Entity) throws -> String {
        let found = try transaction.view.whereabouts(of: entity)
        return "since \(settings.clock.text(of: found.since)) it is \(place(found))"
    }

    /// Returns "at Shelf 3 · Room 1", "with Ann" or "in transit".
    func place(_ found: Whereabouts) -> String {
        let path = found.path.reversed().joined(separator: " · ")
        guard !path.isEmpty else { return found.placement.phrase }
        return "\(found.placement.word == "custodian" ? "with" : "at") \(path)"
    }
}
