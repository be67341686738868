public import Barcodes
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Restricts an item or a container with its contents, reopens it, or seals it by order.
    ///
    /// Refused if it already has this level, if a seal names no order, and, except for sealing, while it is sealed:
    /// only ``unseal(_:order:reason:by:key:)`` lifts a seal.
    public func restrict(
        _ barcode: Barcode,
        to level: Restriction.Level,
        order: FreeText?,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await writeRestriction(of: barcode, by: attribution, key: key) { entity, transaction in
            let state = try Self.restrictionState(of: entity, in: transaction.view)
            return try RestrictionRules.judge(entity, state, to: level, order: order?.text, reason: reason.text).get()
        }
    }

    /// Lifts the seal of an item or a container, by order.
    ///
    /// Refused if the seal is not on the item or container itself.
    public func unseal(
        _ barcode: Barcode,
        order: FreeText?,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await writeRestriction(of: barcode, by: attribution, key: key) { entity, transaction in
            let state = try Self.restrictionState(of: entity, in: transaction.view)
            let lifted = try RestrictionRules.unseal(entity, state, order: order?.text, reason: reason.text).get()
            if state.isSealedByChange {
                let change = Change(subject: entity.id, conditions: ConditionChange(isSealed: .set(false)))
                try transaction.append(.changed(change), by: attribution)
            }
            return lifted
        }
    }

    private func writeRestriction(
        of barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey?,
        _ decide: @escaping @Sendable (Entity, LogTransaction) throws -> Restriction
    ) async throws -> EntrySummary {
        try await write { transaction in
            let view = transaction.view
            if let key, let last = try transaction.result(of: key)?.entries?.upperBound {
                return try Self.line(ofEarlier: last, in: view)
            }
            var places = PlaceNames(view: view)
            let restriction = try decide(try Self.known(barcode, in: view), transaction)
            let entry = try transaction.append(.restricted(restriction), by: attribution)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return try EntrySummary(entry: entry, places: &places)
        }
    }

    private static func restrictionState(of entity: Entity, in view: LogView) throws -> RestrictionRules.State {
        var state = RestrictionRules.State()
        if let (level, number) = try view.ownRestriction(of: entity.id) {
            (state.level, state.entry) = (level, number)
            if case .restricted(let restriction) = try view.entry(number).fact { state.last = restriction }
        }
        state.isSealedByChange = try view.conditions(of: entity.id).isSealed
        let placement = try view.standing(of: entity.id)?.placement ?? .unknown
        let cover = try view.containers(around: placement).first { container in
            try view.orders(on: container).contains { $0.kind == .seal }
        }
        state.cover = try cover.map { try known($0, in: view) }
        return state
    }
}
