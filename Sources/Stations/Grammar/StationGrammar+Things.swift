import Barcodes
import Circulation
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
            let reason = "cannot put things into \(entity.barcode): it is a \(entity.kind), not a container"
            return .refused(Refusal(.notAPlace, reason))
        case (.chargeOut, .item), (.chargeOut, .container):
            let reason = "cannot charge out \(entity.barcode): to whom? scan the badge first, then it again"
            return .refused(Refusal(.noBorrower, reason))
        case (.drop, .location), (.drop, .container):
            guard case .into(let cart) = context, cart != entity.id else {
                return .refused(Refusal(.intoItself, "cannot drop \(entity.barcode) onto itself: scan the shelf"))
            }
            return .dropped(cart, at: entity)
        case (.drop, _):
            let reason = "cannot drop the cart at \(entity.barcode): it is a \(entity.kind); scan the shelf"
            return .refused(Refusal(.notAPlace, reason))
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
        case .whereIs, .reprint, .chargeOut, .drop: return .refused(notRegistered(barcode))
        case .some(let command) where StationModes.prompt(for: command) != nil: return .refused(notRegistered(barcode))
        default: break
        }
        guard let minted = barcode.minted, let type = EntityType(prefix: minted.prefix) else {
            let what = "cannot place \(barcode): nothing with this barcode is registered"
            return .refused(Refusal(.unknownBarcode, what))
        }
        guard settings.registersOnFirstScan else {
            let way = "register it with: outguide \(type.rawValue) add"
            return .refused(Refusal(.unknownBarcode, "cannot place \(barcode): it is not registered; \(way)"))
        }
        if session.armed == .into || session.armed == .pickUp {
            guard type == .container else {
                let reason = "cannot put things into \(barcode): it is an item, not a container"
                return .refused(Refusal(.notAPlace, reason))
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
            let way = "register it with: outguide location add --barcode \(barcode) --name NAME"
            return .refused(Refusal(.unknownLocation, "cannot use \(barcode): no such location; \(way)"))
        case .custodian:
            let way = "register it with: outguide custodian add --barcode \(barcode) --name NAME"
            return .refused(Refusal(.unknownBarcode, "cannot use \(barcode): no such custodian; \(way)"))
        case .pullList:
            let way = "outguide pull-list list shows those that there are"
            return .refused(Refusal(.unknownPullList, "cannot use \(barcode): no such pull list; \(way)"))
        case .station:
            let reason = "cannot use \(barcode): a station barcode means nothing while scanning"
            return .refused(Refusal(.unexpectedStation, reason))
        case .control where SetUpBarcode.contains(barcode):
            return .setUp(barcode)
        case .control:
            return .refused(Refusal(.unknownControl, "cannot obey \(barcode): no such command"))
        }
    }

    private static func notRegistered(_ barcode: Barcode) -> Refusal {
        Refusal(.unknownBarcode, "cannot find \(barcode): nothing with this barcode is registered")
    }
}
