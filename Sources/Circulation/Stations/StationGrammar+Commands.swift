import Vocabulary

/// Commands.
extension StationGrammar {
    static func act(
        on command: ControlCommand,
        in session: StationSession,
        _ station: StationProfile
    ) -> StationAct {
        if case .counting = session.context, let refusal = refusalWhileCounting(command) { return .refused(refusal) }
        switch (command, session.context) {
        case (.put, _), (.into, _), (.chargeOut, _), (.pickUp, _), (.whereIs, _), (.reprint, _), (.startStocktake, _),
            (.verify, _):
            return .armed(command)
        case (.takeBack, _):
            guard let location = station.location else {
                let way = "scan the shelf, then what is returned, or give the station a location in the configuration"
                let reason = "cannot return things here: this station has no place for them; \(way)"
                return .refused(Refusal(.noReturnPlace, reason))
            }
            return .opened(location)
        case (.inTransit, .with(let person)), (.inTransit, .handing(_, let person)):
            return .sending(to: person)
        case (.inTransit, _):
            return .sending(to: nil)
        case (.drop, .into):
            return .armed(.drop)
        case (.drop, _):
            let reason = "cannot drop anything: no cart is open; scan the cart, then drop, then the shelf"
            return .refused(Refusal(.noCartOpen, reason))
        case (.end, .closed) where session.armed == nil && session.waiting == nil && session.clerk != nil:
            return .signedOut
        case (.end, .pulling(let list)):
            return .pullEnded(list)
        case (.end, _):
            return .closed
        case (.notFound, .pulling):
            return .armed(.notFound)
        case (.notFound, _):
            let reason = "cannot note what was not found: no pull list is open; scan the list first"
            return .refused(Refusal(.noListOpen, reason))
        case (.signOut, _):
            return .signedOut
        case (.undo, _):
            return .undone
        case (.undoRun, _):
            return .runUndone
        case (.endStocktake, .counting(let place)):
            return .countTold(place)
        case (.endStocktake, _):
            let reason = "cannot end a stocktake: none is open here; begin with start stocktake and the shelf"
            return .refused(Refusal(.noCountOpen, reason))
        case (.confirm, .counting(let place)):
            return .countApplied(place)
        case (.confirm, _):
            let reason = "cannot confirm: nothing here waits for it; it writes down a count"
            return .refused(Refusal(.nothingToConfirm, reason))
        }
    }

    private static func refusalWhileCounting(_ command: ControlCommand) -> Refusal? {
        switch command {
        case .put, .into, .chargeOut, .takeBack, .inTransit, .pickUp, .drop, .startStocktake, .verify, .undoRun,
            .notFound:
            countOpen(command.title)
        case .whereIs, .end, .undo, .signOut, .reprint, .endStocktake, .confirm: nil
        }
    }

    static func countOpen(_ what: String) -> Refusal {
        let reason = "cannot take \(what): a count is open; scan confirm to write it down, or end to drop it"
        return Refusal(.countOpen, reason)
    }
}
