import Barcodes
import Records

/// The grammar of scanning: what a station does when it is in some state and something is scanned.
///
/// | Open, or waiting | Scanned | What happens |
/// |---|---|---|
/// | anything | location; cart or pallet | it is open: what follows is put there |
/// | `into` | container | it is open: what follows is filed into it |
/// | anything | person | is open: what follows is charged out |
/// | a person | another person | what follows is handed over from the first to the second |
/// | anything | badge of a clerk | signs in; the same again signs out |
/// | nothing | thing with a home | waits; its home scanned next refiles it |
/// | nothing, where things are returned | thing | is returned |
/// | a place, a person, in transit | thing | goes there |
/// | a place that is counted | thing | is compared with what should be there |
/// | anything | pull list | is open: what is on it and follows is sent to who wants it |
/// | a pull list | thing | goes to who wants it; refused when it is not on the list |
///
/// Commands are those of ``ControlCommand``. A refusal takes back a command that waited. A thing that is refused leaves the
/// open place open; ``mayHaveOpened(_:after:)`` says what closes it. Without a reading for a while what is open closes, and
/// later the clerk is signed out.
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
        let told = missed(refusal, in: &next, at: instant)
        return (next, .refused(told))
    }

    /// Whether the clerk may have meant to open or close something by what was refused: what is scanned next must not go to
    /// the place that is still open.
    ///
    /// This is so of a place, a person, a list and a command that are refused, of a barcode that nobody knows, unless it is
    /// that of an item, and of whatever follows a command that opens something. A question changes nothing.
    static func mayHaveOpened(_ scanned: Scanned, after armed: ControlCommand?) -> Bool {
        switch armed {
        case .into, .pickUp, .chargeOut, .drop, .startStocktake, .verify, .notFound: true
        case .whereIs, .reprint: false
        default: !scanned.isThing
        }
    }

    /// The session as time alone has left it.
    ///
    /// A clock that was set back by as much says as little of how long nothing was scanned.
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

    /// Closes what is open because what was refused may have been the next place; the refusal says so.
    ///
    /// A count stays open: it moves nothing, and what was missed shows in it as missing. It is only not confirmed.
    static func missed(_ refusal: Refusal, in session: inout StationSession, at instant: Timestamp) -> Refusal {
        if case .counting = session.context {
            session.armed = nil
            return refusal
        }
        let wasOpen = session.context != .closed
        session.close(at: instant)
        return wasOpen ? Refusal(refusal.kind, refusal.message + closingRemark) : refusal
    }

    /// What is said of a refusal that closed something.
    static let closingRemark = "; what was open is closed: scan the shelf or the badge again first"

    /// The context in which things go to `record`.
    static func context(opening record: Record) -> StationContext {
        switch record.type {
        case .location: .here(record.id)
        case .container: .into(record.id)
        case .custodian: .with(record.id)
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
        case .opened(let record):
            next.open(context(opening: record), at: instant)
            // "Put" may come before the shelf as well as after it.
            if armed == .put, record.type != .container { next.armed = .put }
        case .strayed(_, let place), .dropped(_, let place): next.open(context(opening: place), at: instant)
        case .handing(let giver, let taker): next.open(.handing(from: giver, to: taker.id), at: instant)
        case .sending(let recipient): next.open(.transit(to: recipient), at: instant)
        case .counting(let place): next.open(.counting(place.id), at: instant)
        case .armed(let command): next.armed = command
        case .pulling(let list): next.open(.pulling(list.id), at: instant)
        case .countTold: next.armed = .confirm
        case .closed, .countApplied, .pullEnded: next.close(at: instant)
        case .signedOut: next.signOut(at: instant)
        case .signedIn(let clerk):
            // What one clerk opened is not the next one's.
            next.close(at: instant)
            next.clerk = clerk.id
            next.signedInAt = instant
        case .awaited(let thing): next.waiting = thing.id
        case .returned(let thing, _): next.waiting = thing.home == nil ? nil : thing.id
        case .registeredAndOpened, .moved, .registered, .refiled, .located, .reprinted, .undone, .runUndone, .counted,
            .countedUnknown, .pulled, .missed, .pullTold, .setUp, .refused:
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
            let way = "scan your badge first, then it again"
            return .refused(Refusal(.notSignedIn, "cannot take \(scanned.shown): nobody is signed in; \(way)"))
        }
        return switch scanned {
        case .control(let command): act(on: command, in: session, station)
        case .known(let record): act(on: record, in: session, station)
        case .list(let list): act(on: list, in: session)
        case .unknown(let barcode): act(onUnknown: barcode, in: session, settings: settings)
        }
    }

    /// A file says that this is a place: whatever holds things opens itself.
    private static func act(onPlace scanned: Scanned, settings: CirculationSettings) -> StationAct {
        switch scanned {
        case .control(let command):
            return .refused(unfit(command, "a place"))
        case .list(let list):
            return .refused(unfit(list, "a place"))
        case .known(let record) where record.type == .item:
            let reason = "cannot put things into \(record.barcode): it is a \(record.kind), not a place"
            return .refused(Refusal(.notAPlace, reason))
        case .known(let record):
            return .opened(record)
        case .unknown(let barcode):
            let armed = StationSession(context: .closed, armed: .into, touchedAt: Timestamp(clamping: 0))
            return act(onUnknown: barcode, in: armed, settings: settings)
        }
    }

    /// A file says that this is a thing: nothing opens itself.
    private static func act(
        onThing scanned: Scanned,
        in session: StationSession,
        settings: CirculationSettings
    ) -> StationAct {
        switch scanned {
        case .control(let command):
            return .refused(unfit(command, "a thing"))
        case .list(let list):
            return .refused(unfit(list, "a thing"))
        case .known(let record):
            guard let destination = session.context.destination else { return .refused(noPlaceOpen(record.barcode)) }
            return .moved(record, to: destination)
        case .unknown(let barcode):
            var session = session
            session.armed = nil
            return act(onUnknown: barcode, in: session, settings: settings)
        }
    }

    private static func unfit(_ command: ControlCommand, _ what: String) -> Refusal {
        let code = command.barcode?.text ?? command.word
        return Refusal(.unknownControl, "cannot take \(code) for \(what): it is a command")
    }

    private static func unfit(_ list: PullList, _ what: String) -> Refusal {
        Refusal(.notAPlace, "cannot take \(list.barcode.text) for \(what): it is a pull list")
    }

    static func noPlaceOpen(_ barcode: Barcode) -> Refusal {
        Refusal(.noPlaceOpen, "cannot place \(barcode): no shelf is open; scan the shelf first, then \(barcode) again")
    }
}
