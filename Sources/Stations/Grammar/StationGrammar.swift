import Barcodes
import Circulation
import Localization
import Vocabulary

/// The grammar of scanning: the act for each state of a station and each scan.
///
/// | Open, or waiting | Scanned | Act |
/// |---|---|---|
/// | anything | location; cart or pallet | opens it: what follows is put there |
/// | `into` | container | opens it: what follows is filed into it |
/// | anything | person | opens: what follows is charged out to them |
/// | a person | another person | what follows is handed over from the first to the second |
/// | anything | badge of a clerk | signs in; the same badge again signs out |
/// | nothing | item or container with a home | waits; scanning its home next refiles it |
/// | nothing, at a returns station | item or container | returns it |
/// | a place, a person, in transit | item or container | moves it there |
/// | a mode, or what opens one | anything | what the ``StationMode`` declares |
///
/// Commands are those of ``ControlCommand``. A refusal disarms a waiting command. If an item or container is refused,
/// the open place stays open; ``mayHaveOpened(_:after:)`` defines what closes it. After a time without readings the
/// open place closes, and later the clerk is signed out.
enum StationGrammar {
    static func step(
        _ session: StationSession,
        scanned: Scanned,
        role: ReadingRole? = nil,
        station: StationProfile = StationProfile(),
        at instant: Timestamp,
        settings: CirculationSettings
    ) -> (session: StationSession, act: StationAct) {
        var next = lapsed(session, at: instant, settings: settings)
        var station = station
        if next.waiting == nil { station.waiting = nil }
        next.touchedAt = instant
        let act =
            switch role {
            case .place: act(onPlace: scanned, settings: settings)
            case .thing: act(onThing: scanned, in: next, settings: settings)
            case nil: act(on: scanned, in: next, station, settings: settings)
            }
        let armed = next.armed
        follow(act, in: &next, at: instant)
        guard case .refused(let refusal) = act, role == nil, mayHaveOpened(scanned, after: armed) else {
            return (next, act)
        }
        let closing = missed(refusal, in: &next, at: instant)
        return (next, .refused(closing))
    }

    /// Whether the refused scan may have been meant to open or close something.
    ///
    /// The open place must then not receive the next scan. This is true of a refused place, person, list or command, of
    /// an unknown barcode that is not an item's, and of any scan after a command that opens something. A query changes
    /// nothing.
    static func mayHaveOpened(_ scanned: Scanned, after armed: ControlCommand?) -> Bool {
        switch armed {
        case .into, .pickUp, .chargeOut, .drop: true
        case .whereIs, .reprint: false
        case .some(let command) where StationModes.prompt(for: command) != nil: true
        default: !scanned.isThing
        }
    }

    /// Returns the session after timeouts.
    ///
    /// A clock that was set back by more than the timeout counts as a timeout, because the idle time is then unknown.
    static func lapsed(
        _ session: StationSession,
        at instant: Timestamp,
        settings: CirculationSettings
    ) -> StationSession {
        func isOver(_ seconds: Int) -> Bool {
            session.touchedAt.advanced(bySeconds: seconds) < instant
                || instant.advanced(bySeconds: seconds) < session.touchedAt
        }
        var next = session
        if isOver(settings.contextTimeout) { next.close(at: instant) }
        if next.clerk != nil, isOver(settings.idleSignOut) { next.signOut(at: instant) }
        return next
    }

    /// Closes the open context because the refused scan may have been the next place, and adds that to the refusal.
    ///
    /// A mode that moves nothing stays open, because a missed scan shows as missing. Only an armed command is dropped.
    static func missed(_ refusal: Refusal, in session: inout StationSession, at instant: Timestamp) -> Refusal {
        if StationModes.mode(of: session.context)?.staysOpen == true {
            session.armed = nil
            return refusal
        }
        let wasOpen = session.context != .closed
        session.close(at: instant)
        guard wasOpen else { return refusal }
        return Refusal(refusal.kind, Message("\(refusal, "what"); \(closingRemark, "remark")"))
    }

    /// The remark on a refusal that closed something.
    static let closingRemark = Message("what was open is closed: scan the shelf or the badge again first")

    /// Returns the context in which items and containers go to `record`.
    static func context(opening entity: Entity) -> StationContext {
        switch entity.type {
        case .location: .here(entity.id)
        case .container: .into(entity.id)
        case .custodian: .with(entity.id)
        case .item: .closed
        }
    }

    private static func follow(_ act: StationAct, in next: inout StationSession, at instant: Timestamp) {
        let armed = next.armed
        switch act {
        case .refused, .setUp: break
        default: next.waiting = nil
        }
        if case .setUp = act {} else { next.armed = nil }
        switch act {
        case .opened(let entity):
            next.open(context(opening: entity), at: instant)
            // "Put" may precede or follow the shelf.
            if armed == .put, entity.type != .container { next.armed = .put }
        case .strayed(_, let place), .dropped(_, let place): next.open(context(opening: place), at: instant)
        case .handing(let giver, let taker): next.open(.handing(from: giver, to: taker.id), at: instant)
        case .sending(let recipient): next.open(.transit(to: recipient), at: instant)
        case .armed(let command): next.armed = command
        case .closed: next.close(at: instant)
        case .mode(let act):
            switch act.effect {
            case .none: break
            case .opens(let context): next.open(context, at: instant)
            case .arms(let command): next.armed = command
            case .closes: next.close(at: instant)
            }
        case .signedOut: next.signOut(at: instant)
        case .signedIn(let clerk):
            // A new clerk does not continue the previous clerk's context.
            next.close(at: instant)
            next.clerk = clerk.id
            next.signedInAt = instant
        case .awaited(let thing): next.waiting = thing.id
        case .returned(let thing, _): next.waiting = thing.home == nil ? nil : thing.id
        case .registeredAndOpened, .moved, .registered, .refiled, .located, .reprinted, .undone, .runUndone, .setUp,
            .refused:
            break
        }
    }

    private static func act(
        on scanned: Scanned,
        in session: StationSession,
        _ station: StationProfile,
        settings: CirculationSettings
    ) -> StationAct {
        if station.needsSignIn, session.clerk == nil, session.armed != .whereIs, !scanned.needsNoClerk(at: station) {
            let what = Message(
                "cannot take \(scanned.shown, "code"): nobody is signed in; scan your badge first, then it again"
            )
            return .refused(Refusal(.notSignedIn, what))
        }
        return switch scanned {
        case .control(let command): act(on: command, in: session, station)
        case .known(let entity): act(on: entity, in: session, station)
        case .list(let list): act(ofModeOn: scanned, in: session) ?? .refused(unfit(list, .place))
        case .unknown(let barcode): act(onUnknown: barcode, in: session, settings: settings)
        }
    }

    /// Returns the act for a line that a file marks as a place: any container or location opens.
    private static func act(onPlace scanned: Scanned, settings: CirculationSettings) -> StationAct {
        switch scanned {
        case .control(let command):
            return .refused(unfit(command, .place))
        case .list(let list):
            return .refused(unfit(list, .place))
        case .known(let entity) where entity.type == .item:
            let what = Message(
                "cannot put things into \(entity.barcode, "item"): it is \(entity.kind.termWithArticle, "kind"), "
                    + "not a place"
            )
            return .refused(Refusal(.notAPlace, what))
        case .known(let entity):
            return .opened(entity)
        case .unknown(let barcode):
            let armed = StationSession(context: .closed, armed: .into, touchedAt: Timestamp(clamping: 0))
            return act(onUnknown: barcode, in: armed, settings: settings)
        }
    }

    /// Returns the act for a line that a file marks as an item or container, which never opens.
    private static func act(
        onThing scanned: Scanned,
        in session: StationSession,
        settings: CirculationSettings
    ) -> StationAct {
        switch scanned {
        case .control(let command):
            return .refused(unfit(command, .thing))
        case .list(let list):
            return .refused(unfit(list, .thing))
        case .known(let entity):
            guard let destination = session.context.destination else { return .refused(noPlaceOpen(entity.barcode)) }
            return .moved(entity, to: destination)
        case .unknown(let barcode):
            var session = session
            session.armed = nil
            return act(onUnknown: barcode, in: session, settings: settings)
        }
    }

    private static func unfit(_ command: ControlCommand, _ role: ReadingRole) -> Refusal {
        let code = command.barcode?.text ?? command.word
        let what =
            switch role {
            case .place: Message("cannot take \(code, "code") for a place: it is a command")
            case .thing: Message("cannot take \(code, "code") for a thing: it is a command")
            }
        return Refusal(.unknownControl, what)
    }

    private static func unfit(_ list: PullList, _ role: ReadingRole) -> Refusal {
        let what =
            switch role {
            case .place: Message("cannot take \(list.barcode, "list") for a place: it is a pull list")
            case .thing: Message("cannot take \(list.barcode, "list") for a thing: it is a pull list")
            }
        return Refusal(.notAPlace, what)
    }

    static func noPlaceOpen(_ barcode: Barcode) -> Refusal {
        let what = Message(
            "cannot place \(barcode, "item"): no shelf is open; scan the shelf first, then \(barcode, "item") again"
        )
        return Refusal(.noPlaceOpen, what)
    }
}
