import Barcodes
import Circulation
import Localization
import Vocabulary

/// Barcodes of items, containers, locations and custodians.
extension StationGrammar {
    static func act(on entity: Entity, in session: StationSession, _ station: StationProfile) -> StationAct {
        switch session.armed {
        case .whereIs: return .located(entity)
        case .reprint: return .reprinted(entity)
        default: break
        }
        if station.isBadge(entity), session.armed != .chargeOut {
            return session.clerk == entity.id ? .signedOut : .signedIn(entity)
        }
        if let act = act(ofModeOn: .known(entity), in: session) { return act }
        if let act = act(on: entity, armed: session.armed, in: session.context) { return act }
        switch entity.type {
        case .custodian:
            switch session.context {
            case .with(let giver) where giver != entity.id && session.armed == nil:
                return .handing(from: giver, to: entity)
            case .handing(_, let giver) where giver != entity.id && session.armed == nil:
                return .handing(from: giver, to: entity)
            case .transit: return session.armed == nil ? .sending(to: entity.id) : .opened(entity)
            default: return .opened(entity)
            }
        case .location:
            guard let thing = station.waiting else { return .opened(entity) }
            return thing.home == entity.id ? .refiled(thing, at: entity) : .strayed(thing, at: entity)
        case .container where station.waiting?.home == entity.id:
            return station.waiting.map { .refiled($0, at: entity) } ?? .opened(entity)
        case .container where entity.kind.isPlace && session.armed != .put:
            return .opened(entity)
        case .container, .item:
            return act(onThing: entity, in: session, station)
        }
    }

    /// Returns the act of the armed command on the entity; nil if the command does not affect it.
    private static func act(on entity: Entity, armed: ControlCommand?, in context: StationContext) -> StationAct? {
        switch (armed, entity.type) {
        case (.into, .container), (.pickUp, .container): return .opened(entity)
        case (.into, .item), (.pickUp, .item):
            let what = Message(
                "cannot put things into \(entity.barcode, "item"): it is \(entity.kind.termWithArticle, "kind"), "
                    + "not a container"
            )
            return .refused(Refusal(.notAPlace, what))
        case (.chargeOut, .item), (.chargeOut, .container):
            let what = Message(
                "cannot charge out \(entity.barcode, "item"): to whom? scan the badge first, then it again"
            )
            return .refused(Refusal(.noBorrower, what))
        case (.drop, .location), (.drop, .container):
            guard case .into(let cart) = context, cart != entity.id else {
                let what = Message("cannot drop \(entity.barcode, "item") onto itself: scan the shelf")
                return .refused(Refusal(.intoItself, what))
            }
            return .dropped(cart, at: entity)
        case (.drop, _):
            let what = Message(
                "cannot drop the cart at \(entity.barcode, "item"): it is \(entity.kind.termWithArticle, "kind"); "
                    + "scan the shelf"
            )
            return .refused(Refusal(.notAPlace, what))
        default: return nil
        }
    }

    /// Returns the act of a mode on what was scanned; nil if no mode takes it.
    static func act(ofModeOn scanned: Scanned, in session: StationSession) -> StationAct? {
        StationModes.act(in: session.context) { $0.act(on: scanned, after: session.armed, in: $1) }
    }

    private static func act(
        onThing entity: Entity,
        in session: StationSession,
        _ station: StationProfile
    ) -> StationAct {
        if let destination = session.context.destination { return .moved(entity, to: destination) }
        guard session.armed == nil else { return .refused(noPlaceOpen(entity.barcode)) }
        if station.returns, let location = station.location { return .returned(entity, to: location) }
        return entity.home == nil ? .refused(noPlaceOpen(entity.barcode)) : .awaited(entity)
    }

    static func act(
        onUnknown barcode: Barcode,
        in session: StationSession,
        settings: CirculationSettings
    ) -> StationAct {
        if let minted = barcode.minted, let act = act(onFixed: minted) { return act }
        if let act = act(ofModeOn: .unknown(barcode), in: session) { return act }
        switch session.armed {
        case .whereIs, .reprint, .chargeOut, .drop: return .refused(.notRegistered(barcode))
        case .some(let command) where StationModes.prompt(for: command) != nil: return .refused(.notRegistered(barcode))
        default: break
        }
        guard let minted = barcode.minted, let type = EntityType(prefix: minted.prefix) else {
            let what = Message("cannot place \(barcode, "item"): nothing with this barcode is registered")
            return .refused(Refusal(.unknownBarcode, what))
        }
        guard settings.registersOnFirstScan else {
            let command = "outguide \(type.rawValue) add"
            let what = Message(
                "cannot place \(barcode, "item"): it is not registered; register it with: \(command, "command")"
            )
            return .refused(Refusal(.unknownBarcode, what))
        }
        if session.armed == .into || session.armed == .pickUp {
            guard type == .container else {
                let what = Message(
                    "cannot put things into \(barcode, "item"): it is \(type.termWithArticle, "kind"), not a container"
                )
                return .refused(Refusal(.notAPlace, what))
            }
            return .registeredAndOpened(minted, type)
        }
        return .registered(minted, type, to: session.context.destination)
    }

    /// Returns the refusal for an unknown barcode of a type that scanning never registers; nil for items and
    /// containers.
    private static func act(onFixed barcode: MintedBarcode) -> StationAct? {
        switch barcode.prefix {
        case .container, .item: return nil
        case .location:
            let what = Message(
                "cannot use \(barcode, "barcode"): no such location; register it with: "
                    + "outguide location add --barcode \(barcode, "barcode") --name NAME"
            )
            return .refused(Refusal(.unknownLocation, what))
        case .custodian:
            let what = Message(
                "cannot use \(barcode, "barcode"): no such custodian; register it with: "
                    + "outguide custodian add --barcode \(barcode, "barcode") --name NAME"
            )
            return .refused(Refusal(.unknownBarcode, what))
        case .pullList:
            let what = Message(
                "cannot use \(barcode, "barcode"): no such pull list; outguide pull-list list shows those that there are"
            )
            return .refused(Refusal(.unknownPullList, what))
        case .station:
            let what = Message("cannot use \(barcode, "barcode"): a station barcode means nothing while scanning")
            return .refused(Refusal(.unexpectedStation, what))
        case .control where SetUpBarcode.contains(barcode):
            return .setUp(barcode)
        case .control:
            return .refused(Refusal(.unknownControl, Message("cannot obey \(barcode, "barcode"): no such command")))
        }
    }
}
