public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Renews charge-outs until `due`, or for the period of the loan terms from now.
    ///
    /// All are renewed, or none. A renewal that would not extend the due date is refused and does not count.
    ///
    /// - Throws: ``Refusal`` if one is not charged out, is requested by another, or has no renewals left;
    ///   `TransferLogError` if the log cannot be written.
    public func renew(
        _ barcodes: [Barcode],
        until due: Timestamp? = nil,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [ChargeOutSummary] {
        try Self.check(barcodes.count)
        let settings = settings
        return try await write { transaction in
            let view = transaction.view
            let entities = try Self.known(barcodes, in: view)
            try transaction.once(key) {
                for entity in entities {
                    let renewal = try Self.renewal(of: entity, until: due, in: transaction, settings: settings)
                    try transaction.append(.renewed(renewal), by: attribution)
                }
            }
            let renewed = try entities.compactMap { entity in
                try view.chargeOut(of: entity.id).map { (entity, $0) }
            }
            return try ChargeOutSummary.lines(renewed, at: transaction.now, in: view)
        }
    }

    private static func renewal(
        of entity: Entity,
        until stated: Timestamp?,
        in transaction: LogTransaction,
        settings: CirculationSettings
    ) throws -> Renewal {
        let view = transaction.view
        guard let chargeOut = try view.chargeOut(of: entity.id) else {
            throw Refusal(.notChargedOut, Message("cannot renew \(entity.barcode, "item"): it is not charged out"))
        }
        guard let borrower = try view.entity(chargeOut.custodian) else {
            throw Refusal(.needsSupervisor, Message("cannot renew \(entity.barcode, "item"): ask a supervisor"))
        }
        let series = try view.conditions(of: entity.id).series
        let terms = settings.loans.terms(custodian: borrower.kind, series: series)
        if let list = try view.pullListWanting(entity.id) {
            let line = try view.pullLines(of: list).first { $0.entity == entity.id && $0.pulled == nil }
            guard let line, line.recipient == borrower.id else {
                let wanted = try view.pullList(list).barcode
                let what = Message(
                    "cannot renew \(entity.barcode, "item"): it is wanted on \(wanted, "list"); it must come back first"
                )
                throw Refusal(.alreadyWanted, what)
            }
        }
        guard chargeOut.renewals < terms.renewals else {
            let what = Message(
                "cannot renew \(entity.barcode, "item"): it was renewed {count} time, and \(terms.renewals, "limit") "
                    + "are allowed; it must come back first",
                plural: "cannot renew \(entity.barcode, "item"): it was renewed {count} times, and "
                    + "\(terms.renewals, "limit") are allowed; it must come back first",
                count: chargeOut.renewals
            )
            throw Refusal(.renewalLimit, what)
        }
        let now = transaction.now
        guard let due = stated ?? DueDate(settings).due(terms, from: now) else {
            let what = Message(
                "cannot renew \(entity.barcode, "item"): the configuration has no days for it; give the day with --due"
            )
            throw Refusal(.invalidRequest, what)
        }
        guard due > now else {
            let what = Message("cannot renew \(entity.barcode, "item") until \(due, "time"): that has passed")
            throw Refusal(.invalidRequest, what)
        }
        if let refusal = objection(to: due, isStated: stated != nil, for: chargeOut, of: entity) { throw refusal }
        return Renewal(subject: entity.id, due: due)
    }

    /// Returns why a charge-out cannot be renewed until `due`: the new due date must be later than the current one.
    private static func objection(
        to due: Timestamp,
        isStated: Bool,
        for chargeOut: ChargeOut,
        of entity: Entity
    ) -> Refusal? {
        guard let current = chargeOut.due else {
            // A stated date may limit a charge-out without a due date; the loan terms alone would only shorten it.
            guard !isStated else { return nil }
            let what = Message(
                "cannot renew \(entity.barcode, "item"): it is lent without a due date; give one with --due"
            )
            return Refusal(.notLater, what)
        }
        let second: Int64 = 1_000_000
        guard due.microseconds / second <= current.microseconds / second else { return nil }
        let what =
            isStated
            ? Message(
                "cannot renew \(entity.barcode, "item"): it is due \(current, "due") already; give a later day"
            )
            : Message(
                "cannot renew \(entity.barcode, "item"): it is due \(current, "due") already; renewed now it would be "
                    + "due \(due, "time"); give a later day with --due"
            )
        return Refusal(.notLater, what)
    }
}
