import TransferLog
import Vocabulary

/// A box and the shelf where it belongs.
struct Stay {
    /// What happens to every box after its registration, one after the other.
    enum Step: CaseIterable {
        case putAway, chargedOut, returned, putBack
    }

    let box: EntityID
    let home: EntityID

    func take(_ step: Step, to transaction: LogTransaction, _ places: Places) throws {
        let (from, to): (Placement, Placement) =
            switch step {
            case .putAway: (.unknown, .location(home))
            case .chargedOut: (.location(home), .custodian(places.clerk))
            case .returned: (.custodian(places.clerk), .location(places.room))
            case .putBack: (.location(places.room), .location(home))
            }
        let transfer = Transfer(subject: box, from: from, to: to, home: home, reason: nil)
        try transaction.append(.transferred(transfer), by: Attribution(principal: .user(1_000)))
    }
}
