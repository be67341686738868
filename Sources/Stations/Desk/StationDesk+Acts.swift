import Barcodes
import Circulation
import Localization
import TransferLog
import Vocabulary

extension StationDesk {
    /// Carries out the act that the grammar determined, and returns the reply.
    func perform(_ act: StationAct, next: inout StationSession, by attribution: Attribution) throws -> StationReply {
        switch act {
        case .opened(let entity):
            return StationReply(.accepted, "opened", opened(entity, try describe(entity)), entity)
        case .registeredAndOpened(let minted, let type):
            let entity = try register(minted, type, by: attribution)
            next.open(StationGrammar.context(opening: entity), at: next.touchedAt)
            let message = Message("new \(entity.term, "item") is open: scan what goes into it")
            return StationReply(.accepted, "registered", message, entity, entry: entity.id.registration)
        case .handing(let giver, let taker):
            let from = try known(giver).name
            let message = Message("from \(from, "giver") to \(taker.name, "taker"): scan what is handed over")
            return StationReply(.accepted, "handing", message, taker)
        case .sending(let recipient):
            let person = try recipient.map { try known($0) }
            let message =
                person.map { Message("on the way to \($0.name, "recipient"): scan what leaves") }
                ?? Message("on the way: scan what leaves")
            return StationReply(.accepted, "sending", message, person)
        case .armed(let command):
            return StationReply(.accepted, "armed", waiting(for: command))
        case .closed:
            return StationReply(.accepted, "closed", Message("closed: scan a shelf to go on"))
        case .signedIn(let clerk):
            return StationReply(.accepted, "signed-in", Message("\(clerk.name, "clerk") is signed in"), clerk)
        case .signedOut:
            return StationReply(.accepted, "signed-out", Message("signed out: scan a badge to go on"))
        case .moved(let entity, let destination):
            return try move(entity, to: destination, in: next.context, isNew: false, by: attribution)
        case .registered(let minted, let type, let destination):
            let entity = try register(minted, type, by: attribution)
            if let destination {
                return try move(entity, to: destination, in: next.context, isNew: true, by: attribution)
            }
            let message = Message("new \(entity.term, "item") is nowhere yet: scan a shelf, then it again")
            return StationReply(.attention, "registered", message, entity, entry: entity.id.registration)
        case .returned(let entity, let location):
            return try giveBack(entity, to: location, by: attribution)
        case .awaited(let entity):
            return try StationReply(in: transaction.view, entity) { view in
                guard let home = try home(of: entity, in: view) else {
                    return StationReply.Words(StationGrammar.noPlaceOpen(entity.barcode))
                }
                let message = Message("\(entity.term, "item") belongs at \(home, "place"): scan that to refile it")
                return StationReply.Words(.attention, "awaiting-home", message)
            }
        case .refiled(let entity, let home):
            guard let placement = Placement(at: home) else {
                return StationReply(StationGrammar.noPlaceOpen(entity.barcode))
            }
            return try move(entity, to: placement, in: .closed, isNew: false, by: attribution)
        case .strayed(let entity, let place):
            let isForAll = try home(of: entity, in: transaction.view.narrowed(to: .open)) != nil
            return try StationReply(in: transaction.view, isForAll ? entity : place) { view in
                let name = try describe(place)
                guard let home = try home(of: entity, in: view) else {
                    return StationReply.Words(.accepted, "opened", opened(place, name))
                }
                let message = Message(
                    "here: \(name, "place") is open, but \(entity.term, "item") belongs at \(home, "home")"
                )
                return StationReply.Words(.attention, "not-home", message)
            }
        case .dropped(let cart, let place):
            return try drop(cart, at: place, by: attribution)
        case .located(let entity):
            return try locate(entity)
        case .reprinted(let entity):
            if let reply = try reprintSlip(of: entity) { return reply }
            let message = Message("the label of \(entity.term, "item") is printed once more")
            return StationReply(.accepted, "reprinting", message, entity, paper: .label(entity.barcode))
        case .undone:
            return try undoLast(by: attribution)
        case .runUndone:
            return try undoRun(next.run, by: attribution)
        case .mode(let act):
            return try act.perform(self, attribution, &next)
        case .setUp(let minted):
            let message = Message("\(minted.text, "barcode") is for setting up guns: this one works")
            return StationReply(.attention, "set-up", message)
        case .refused(let refusal):
            return StationReply(refusal)
        }
    }

    private func waiting(for command: ControlCommand) -> Message {
        switch command {
        case .into: Message("scan the container that is to be filled")
        case .put: Message("scan the container that is to be put here")
        case .chargeOut: Message("scan the badge of who takes things")
        case .pickUp: Message("scan the cart that is to be loaded")
        case .drop: Message("scan the shelf that gets all that is on the cart")
        case .whereIs: Message("scan what you look for")
        case .reprint: Message("scan what needs a new label")
        default: StationModes.prompt(for: command) ?? command.term
        }
    }

    private func register(_ minted: MintedBarcode, _ type: EntityType, by attribution: Attribution) throws -> Entity {
        let registration = Registration(
            type: type,
            kind: type.standardKind,
            barcode: Barcode(minted),
            origin: .firstScan,
            title: nil,
            home: nil,
            parent: nil
        )
        let entry = try transaction.append(.registered(registration), by: attribution)
        return try known(EntityID(registeredBy: entry.number))
    }

    private func opened(_ entity: Entity, _ name: String) -> Message {
        switch entity.type {
        case .location: Message("here: \(name, "place") is open")
        case .container: Message("into: \(name, "place") is open")
        case .custodian, .item: Message("to: \(name, "holder") is open")
        }
    }

    private func locate(_ entity: Entity) throws -> StationReply {
        let found = try transaction.view.whereabouts(of: entity)
        var message = PlaceWords(found).current(entity, since: day(of: found.since))
        if let due = found.due { message = Message("\(message, "what"), due \(day(of: due), "day")") }
        if found.seen == .implied {
            let seen = day(of: found.lastSeen)
            message = Message("\(message, "what"), by what it lies in; itself seen \(seen, "day")")
        }
        return StationReply(.accepted, "where", message, entity)
    }

    /// Returns the home location of an entity as `view` shows it; nil if it has none.
    func home(of entity: Entity, in view: LogView) throws -> String? {
        try entity.home.flatMap { try view.entity($0) }.map(describe)
    }

    func known(_ id: EntityID) throws -> Entity { try Circulation.known(id, in: transaction.view) }

    /// Returns a place with the places around it, innermost first: "Shelf 3 · Room 1 · Annex".
    func describe(_ place: Entity) throws -> String {
        let view = transaction.view
        let around = try Placement(at: place).map { try view.surroundings(of: $0).dropFirst() } ?? []
        // If an outer place is concealed from the clerk, only the place itself is named.
        guard try !around.contains(where: { try view.hides($0.id) }) else { return place.name }
        return ([place] + around).map(\.name).joined(separator: " · ")
    }

    /// Returns the day in the site's local time.
    func day(of instant: Timestamp) -> CalendarDay { settings.clock.day(of: instant) }
}
