import Barcodes
import Circulation
import TransferLog
import Vocabulary

extension StationDesk {
    /// Carries out the act that the grammar determined, and returns the reply.
    func perform(_ act: StationAct, next: inout StationSession, by attribution: Attribution) throws -> StationReply {
        switch act {
        case .opened(let entity):
            return StationReply(.accepted, "opened", "\(opening(entity)) \(try describe(entity)) is open", entity)
        case .registeredAndOpened(let minted, let type):
            let entity = try register(minted, type, by: attribution)
            next.open(StationGrammar.context(opening: entity), at: next.touchedAt)
            let message = "new \(entity.kind) \(entity.barcode) is open: scan what goes into it"
            return StationReply(.accepted, "registered", message, entity, entry: entity.id.registration)
        case .handing(let giver, let taker):
            let from = try known(giver).name
            return StationReply(.accepted, "handing", "from \(from) to \(taker.name): scan what is handed over", taker)
        case .sending(let recipient):
            let person = try recipient.map { try known($0) }
            let message = "on the way" + (person.map { " to \($0.name)" } ?? "") + ": scan what leaves"
            return StationReply(.accepted, "sending", message, person)
        case .armed(let command):
            return StationReply(.accepted, "armed", waiting(for: command))
        case .closed:
            return StationReply(.accepted, "closed", "closed: scan a shelf to go on")
        case .signedIn(let clerk):
            return StationReply(.accepted, "signed-in", "\(clerk.name) is signed in", clerk)
        case .signedOut:
            return StationReply(.accepted, "signed-out", "signed out: scan a badge to go on")
        case .moved(let entity, let destination):
            return try move(entity, to: destination, in: next.context, isNew: false, by: attribution)
        case .registered(let minted, let type, let destination):
            let entity = try register(minted, type, by: attribution)
            if let destination {
                return try move(entity, to: destination, in: next.context, isNew: true, by: attribution)
            }
            let message = "new \(entity.kind) \(entity.barcode) is nowhere yet: scan a shelf, then it again"
            return StationReply(.attention, "registered", message, entity, entry: entity.id.registration)
        case .returned(let entity, let location):
            return try giveBack(entity, to: location, by: attribution)
        case .awaited(let entity):
            return try StationReply(in: transaction.view, entity) { view in
                guard let home = try home(of: entity, in: view) else {
                    return StationReply.Words(StationGrammar.noPlaceOpen(entity.barcode))
                }
                let message = "\(self.name(entity)) belongs at \(home): scan that to refile it"
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
                let open = "here: \(try describe(place)) is open"
                guard let home = try home(of: entity, in: view) else {
                    return StationReply.Words(.accepted, "opened", open)
                }
                return StationReply.Words(
                    .attention,
                    "not-home",
                    "\(open), but \(self.name(entity)) belongs at \(home)"
                )
            }
        case .dropped(let cart, let place):
            return try drop(cart, at: place, by: attribution)
        case .located(let entity):
            return try locate(entity)
        case .reprinted(let entity):
            if let reply = try reprintSlip(of: entity) { return reply }
            let message = "the label of \(self.name(entity)) is printed once more"
            return StationReply(.accepted, "reprinting", message, entity, paper: .label(entity.barcode))
        case .undone:
            return try undoLast(by: attribution)
        case .runUndone:
            return try undoRun(next.run, by: attribution)
        case .mode(let act):
            return try act.perform(self, attribution, &next)
        case .setUp(let minted):
            return StationReply(.attention, "set-up", "\(minted.text) is for setting up guns: this one works")
        case .refused(let refusal):
            return StationReply(refusal)
        }
    }

    private func waiting(for command: ControlCommand) -> String {
        switch command {
        case .into: "scan the container that is to be filled"
        case .put: "scan the container that is to be put here"
        case .chargeOut: "scan the badge of who takes things"
        case .pickUp: "scan the cart that is to be loaded"
        case .drop: "scan the shelf that gets all that is on the cart"
        case .whereIs: "scan what you look for"
        case .reprint: "scan what needs a new label"
        default: StationModes.prompt(for: command) ?? command.title
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

    private func opening(_ entity: Entity) -> String {
        switch entity.type {
        case .location: "here:"
        case .container: "into:"
        case .custodian, .item: "to:"
        }
    }

    private func locate(_ entity: Entity) throws -> StationReply {
        let found = try transaction.view.whereabouts(of: entity)
        let due = found.due.map { ", due \(day(of: $0))" } ?? ""
        let seen = found.seen == .direct ? "" : ", by what it lies in; itself seen \(day(of: found.lastSeen))"
        let message = "\(name(entity)) is \(place(found)) since \(day(of: found.since))\(due)\(seen)"
        return StationReply(.accepted, "where", message, entity)
    }

    /// Returns the home location of an entity as `view` shows it; nil if it has none.
    func home(of entity: Entity, in view: LogView) throws -> String? {
        try entity.home.flatMap { try view.entity($0) }.map(describe)
    }

    func known(_ id: EntityID) throws -> Entity { try Circulation.known(id, in: transaction.view) }

    /// Returns the kind, number, and title in parentheses if there is one.
    func name(_ entity: Entity) -> String {
        "\(entity.kind) \(entity.barcode)" + (entity.title.map { " (\($0))" } ?? "")
    }

    /// Returns a place with the places around it, innermost first: "Shelf 3 · Room 1 · Annex".
    func describe(_ place: Entity) throws -> String {
        let view = transaction.view
        let around = try Placement(at: place).map { try view.surroundings(of: $0).dropFirst() } ?? []
        // If an outer place is concealed from the clerk, only the place itself is named.
        guard try !around.contains(where: { try view.hides($0.id) }) else { return place.name }
        return ([place] + around).map(\.name).joined(separator: " · ")
    }

    /// Returns the day in the site's local time: "2026-12-24".
    func day(of instant: Timestamp) -> String { settings.clock.day(of: instant).description }
}

extension Placement {
    /// The clerk's phrase for a placement without a place.
    var phrase: String {
        switch self {
        case .inTransit: "in transit"
        case .unknown: "nowhere that anybody knows"
        case .disposed: "disposed of"
        case .location, .container, .custodian: word
        }
    }
}
