public import Barcodes
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Restricts an item or a container with its contents, reopens it, or seals it by order.
    ///
    /// Refused if it already has this level, if a seal names no order, and, except for sealing, while it is sealed:
    /// only ``unseal(_:order:reason:by:key:)`` lifts a seal.
    ///
    /// - Throws: ``Refusal`` if no item or container has this barcode, or in these cases; `TransferLogError` if the log
    ///   cannot be written.
    public func restrict(
        _ barcode: Barcode,
        to level: Restriction.Level,
        order: FreeText?,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await append(by: attribution, key: key) { transaction in
            let entity = try Self.known(barcode, in: transaction.view)
            let state = try Self.restrictionState(of: entity, in: transaction.view)
            let ruling = RestrictionRules.judge(entity, state, to: level, order: order?.text, reason: reason.text)
            return .restricted(try ruling.get())
        }
    }

    /// Lifts the seal of an item or a container, by order.
    ///
    /// Refused if the seal is not on the item or container itself.
    ///
    /// - Throws: ``Refusal`` if no item or container has this barcode, or in this case; `TransferLogError` if the log
    ///   cannot be written.
    public func unseal(
        _ barcode: Barcode,
        order: FreeText?,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await append(by: attribution, key: key) { transaction in
            let entity = try Self.known(barcode, in: transaction.view)
            let state = try Self.restrictionState(of: entity, in: transaction.view)
            let lifted = try RestrictionRules.unseal(entity, state, order: order?.text, reason: reason.text).get()
            if state.wasSealedByChange {
                let change = Change(subject: entity.id, conditions: ConditionChange(isSealed: .set(false)))
                try transaction.append(.changed(change), by: attribution)
            }
            return .restricted(lifted)
        }
    }

    private static func restrictionState(of entity: Entity, in view: LogView) throws -> RestrictionRules.State {
        var state = RestrictionRules.State()
        if let (level, number) = try view.ownRestriction(of: entity.id) {
            (state.level, state.entry) = (level, number)
            if case .restricted(let restriction) = try view.entry(number).fact { state.last = restriction }
        }
        state.wasSealedByChange = try view.conditions(of: entity.id).wasSealedByChange
        let placement = try view.lastPlacement(of: entity.id)?.placement ?? .unknown
        let cover = try view.containers(around: placement).first { container in
            try view.orders(on: container).contains { $0.kind == .seal }
        }
        state.cover = try cover.map { try known($0, in: view) }
        return state
    }
}
