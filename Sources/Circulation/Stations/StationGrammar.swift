import Barcodes
import Records

/// The grammar of scanning: what a station does when it is in some state and something is scanned.
///
/// A location, a cart or a pallet opens itself; what follows is put there. `CT` "into" opens the next container,
/// `CT` "put" moves it even if it would open itself, `CT` "end" closes. A reading that is refused leaves the
/// open place open and takes back a command that waited.
enum StationGrammar {
    static func step(
        _ session: StationSession,
        scanned: Scanned,
        role: ReadingRole? = nil,
        at instant: Timestamp,
        settings: CirculationSettings
    ) -> (session: StationSession, act: StationAct) {
        var next = session
        if session.touchedAt.advanced(bySeconds: settings.contextTimeout) < instant {
            next = .closed(at: instant)
        }
        next.touchedAt = instant
        let act =
            switch role {
            case .place: act(onPlace: scanned, settings: settings)
            case .thing: act(onThing: scanned, in: next, settings: settings)
            case nil: act(on: scanned, in: next, settings: settings)
            }
        switch act {
        case .opened(let record):
            next.context = context(opening: record)
            // "Put" may come before the shelf as well as after it.
            if next.armed != .put || record.type == .container { next.armed = nil }
        case .armed(let command): next.armed = command
        case .closed: next = .closed(at: instant)
        case .registeredAndOpened, .moved, .registered, .refused: next.armed = nil
        case .setUp: break
        }
        return (next, act)
    }

    /// The context in which things go to `record`.
    static func context(opening record: Record) -> StationContext {
        switch record.type {
        case .location: .here(record.id)
        case .container: .into(record.id)
        case .custodian: .with(record.id)
        case .item: .closed
        }
    }

    private static func act(
        on scanned: Scanned,
        in session: StationSession,
        settings: CirculationSettings
    ) -> StationAct {
        switch scanned {
        case .control(.end): .closed
        case .control(let command) where command == .put || command == .into: .armed(command)
        case .control(let command): .refused(unfit(command, "anything here"))
        case .known(let record): act(on: record, in: session)
        case .unknown(let barcode): act(onUnknown: barcode, in: session, settings: settings)
        }
    }

    /// A file says that this is a place: whatever holds things opens itself.
    private static func act(onPlace scanned: Scanned, settings: CirculationSettings) -> StationAct {
        switch scanned {
        case .control(let command):
            return .refused(unfit(command, "a place"))
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

    private static func act(on record: Record, in session: StationSession) -> StationAct {
        switch record.type {
        case .location, .custodian:
            return .opened(record)
        case .container where session.armed == .into:
            return .opened(record)
        case .container where record.kind.isPlace && session.armed != .put:
            return .opened(record)
        case .item where session.armed == .into:
            let reason = "cannot put things into \(record.barcode): it is a \(record.kind), not a container"
            return .refused(Refusal(.notAPlace, reason))
        case .container, .item:
            guard let destination = session.context.destination else { return .refused(noPlaceOpen(record.barcode)) }
            return .moved(record, to: destination)
        }
    }

    private static func act(
        onUnknown barcode: Barcode,
        in session: StationSession,
        settings: CirculationSettings
    ) -> StationAct {
        guard let minted = barcode.minted else {
            let what = "cannot place \(barcode): nothing with this barcode is registered"
            return .refused(Refusal(.unknownBarcode, what))
        }
        switch minted.prefix {
        case .location:
            let way = "register it with: outguide location add --barcode \(barcode) --name NAME"
            return .refused(Refusal(.unknownLocation, "cannot use \(barcode): no such location; \(way)"))
        case .custodian:
            let way = "register it with: outguide custodian add --barcode \(barcode) --name NAME"
            return .refused(Refusal(.unknownBarcode, "cannot use \(barcode): no such custodian; \(way)"))
        case .station:
            let reason = "cannot use \(barcode): a station barcode means nothing while scanning"
            return .refused(Refusal(.unexpectedStation, reason))
        case .control where SetUpBarcode.contains(minted):
            return .setUp(minted)
        case .control:
            return .refused(Refusal(.unknownControl, "cannot obey \(barcode): no such command"))
        case .container, .item:
            guard settings.registersOnFirstScan, let type = RecordType(prefix: minted.prefix) else {
                let way = "register it with: outguide \(minted.prefix == .item ? "item" : "container") add"
                return .refused(Refusal(.unknownBarcode, "cannot place \(barcode): it is not registered; \(way)"))
            }
            if session.armed == .into {
                guard type == .container else {
                    let reason = "cannot put things into \(barcode): it is an item, not a container"
                    return .refused(Refusal(.notAPlace, reason))
                }
                return .registeredAndOpened(minted, type)
            }
            return .registered(minted, type, to: session.context.destination)
        }
    }

    private static func noPlaceOpen(_ barcode: Barcode) -> Refusal {
        Refusal(.noPlaceOpen, "cannot place \(barcode): no shelf is open; scan the shelf first, then \(barcode) again")
    }
}
