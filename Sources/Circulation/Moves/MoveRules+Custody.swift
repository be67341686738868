import Barcodes
import Localization
import TransferLog
import Vocabulary

/// The rules about custodians, holds and seals.
extension MoveRules {
    static let forAnother: Rule = { act in
        guard act.origin == .inTransit, let recipient = act.recipient, let borrower = act.borrower,
            recipient.id != borrower.id
        else { return nil }
        let what = Message(
            "cannot give \(act.subject.barcode, "item") to \(borrower.name, "holder"): it is on its way to "
                + "\(recipient.name, "recipient"); scan that badge, or a shelf to take it back"
        )
        return Refusal(.forAnother, what)
    }

    static let notWithAnother: Rule = { act in
        guard let holder = act.holder, let borrower = act.borrower, holder.id != borrower.id, !act.isStated,
            act.giver != holder.id
        else { return nil }
        guard !act.isHolderHidden else { return askSupervisor(to: .chargeOut, act) }
        let what = Message(
            "cannot charge out \(act.subject.barcode, "item") to \(borrower.name, "recipient"): "
                + "\(holder.name, "holder") has it; scan \(holder.barcode, "first"), "
                + "then \(borrower.barcode, "second"), to hand it over"
        )
        return Refusal(.chargedOut, what)
    }

    static let notHeld: Rule = { act in
        guard let leaving = act.leaving else { return nil }
        func refusal(_ name: Message, _ command: String) -> Refusal {
            let why = Message("it is held; \(command, "command") shows the order")
            return Refusal(.held, Message("\(leaving.failure(name), "what"): \(why, "reason")"))
        }
        if let held = act.binding(\.isHeld) {
            guard !held.isHidden else { return askSupervisor(to: leaving, act) }
            return refusal(act.name(held), "outguide \(held.type.rawValue) show \(held.barcode)")
        }
        guard let box = act.heldOutside else { return nil }
        let name = MoveContext.name(act.subject.barcode, in: box.barcode)
        return refusal(name, "outguide container show \(box.barcode)")
    }

    /// Refuses to move a sealed item out of custody inside something else.
    ///
    /// It may leave only if it is named by its own barcode.
    static let notSealed: Rule = { act in
        guard let leaving = act.leaving, !act.bound.contains(where: { $0.entity == act.subject.id && $0.isSealed }),
            let sealed = act.binding(\.isSealed)
        else { return nil }
        guard !sealed.isHidden else { return askSupervisor(to: leaving, act) }
        let why = Message("it is sealed; take it out first, or name it by its own barcode")
        return Refusal(.sealed, Message("\(leaving.failure(act.name(sealed)), "what"): \(why, "reason")"))
    }

    static let forRoles: Rule = { act in
        guard let borrower = act.borrower,
            let bound = act.binding({ bound in
                !bound.conditions.roles.isEmpty && !bound.conditions.roles.contains(borrower.kind)
            })
        else { return nil }
        guard !bound.isHidden else { return askSupervisor(to: .chargeOut, act) }
        let allowed = MessageArgument.any(bound.conditions.roles.map { .message($0.term) })
        let what = Message(
            "cannot charge out \(act.name(bound), "item") to \(borrower.name, "holder"), "
                + "\(borrower.kind.termWithArticle, "kind"): only to \(allowed, "kinds")"
        )
        return Refusal(.roleRestricted, what)
    }

    static let withinLimit: Rule = { act in
        guard let borrower = act.borrower, let limit = act.chargeOutLimit, act.chargeOuts >= limit else { return nil }
        let what = Message(
            "cannot charge out \(act.subject.barcode, "item") to \(borrower.name, "holder"): "
                + "{count} thing is out already, and \(limit, "limit") are allowed",
            plural: "cannot charge out \(act.subject.barcode, "item") to \(borrower.name, "holder"): "
                + "{count} things are out already, and \(limit, "limit") are allowed",
            count: act.chargeOuts
        )
        return Refusal(.loanLimit, what)
    }
}
