import Circulation
import Localization
import Vocabulary

/// Commands.
extension StationGrammar {
    static func act(on command: ControlCommand, in session: StationSession, _ station: StationProfile) -> StationAct {
        if let act = StationModes.act(in: session.context, { $0.act(on: command, in: $1) }) { return act }
        switch (command, session.context) {
        case (.put, _), (.into, _), (.chargeOut, _), (.pickUp, _), (.whereIs, _), (.reprint, _):
            return .armed(command)
        case (.takeBack, _):
            guard let location = station.location else {
                let what = Message(
                    "cannot return things here: this station has no place for them; scan the shelf, then what is "
                        + "returned, or give the station a location in the configuration"
                )
                return .refused(Refusal(.noReturnPlace, what))
            }
            return .opened(location)
        case (.inTransit, .with(let person)), (.inTransit, .handing(_, let person)):
            return .sending(to: person)
        case (.inTransit, _):
            return .sending(to: nil)
        case (.drop, .into):
            return .armed(.drop)
        case (.drop, _):
            let what = Message("cannot drop anything: no cart is open; scan the cart, then drop, then the shelf")
            return .refused(Refusal(.noCartOpen, what))
        case (.end, .closed) where session.armed == nil && session.waiting == nil && session.clerk != nil:
            return .signedOut
        case (.end, _):
            return .closed
        case (.signOut, _):
            return .signedOut
        case (.undo, _):
            return .undone
        case (.undoRun, _):
            return .runUndone
        default:
            let what = Message("cannot obey \(command.word, "command"): no mode of a station takes it")
            return .refused(Refusal(.unknownControl, what))
        }
    }
}
