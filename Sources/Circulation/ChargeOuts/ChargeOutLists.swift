public import Barcodes
public import TransferLog
public import Vocabulary

/// A charge-out with its item or container and its custodian.
public struct ChargeOutSummary: Sendable, Hashable {
    public let entity: Entity
    public let chargeOut: ChargeOut
    /// The custodian; nil if concealed from the caller.
    public let custodian: Entity?
    public let isOverdue: Bool

    /// Returns charge-outs with their custodians, each looked up once.
    static func lines(
        _ chargeOuts: [(Entity, ChargeOut)],
        at now: Timestamp,
        in view: LogView
    ) throws -> [ChargeOutSummary] {
        let custodians = try view.entities(Array(Set(chargeOuts.map(\.1.custodian))))
        return chargeOuts.map { entity, chargeOut in
            ChargeOutSummary(
                entity: entity,
                chargeOut: chargeOut,
                custodian: custodians[chargeOut.custodian],
                isOverdue: chargeOut.due.map { $0 < now } ?? false
            )
        }
    }
}

/// An item or container in transit, with its sender and recipient.
public struct TransitSummary: Sendable, Hashable {
    public let entity: Entity
    public let transit: Transit
    public let sender: Entity?
    public let recipient: Entity?
    /// Whether the transit exceeds `transitHours`.
    public let isLate: Bool
}

extension Circulation {
    /// Lists charge-outs, in the order of registration.
    ///
    /// - Throws: ``Refusal`` if `custodian` is not that of a custodian; `TransferLogError` if the log cannot be read.
    public func chargeOuts(
        of custodian: Barcode? = nil,
        after cursor: EntityID?,
        limit: Int,
        at now: Timestamp
    ) async throws -> Listed<ChargeOutSummary, EntityID> {
        try await read { view in
            let person = try custodian.map { try Self.person($0, in: view) }
            return try Listed(after: cursor, limit: limit, in: view, place: \.entity.id) { view in
                try view.chargeOutCount(shownOf: person?.id)
            } rows: { view, cursor, limit in
                let chargeOuts = try view.chargeOuts(of: person?.id, after: cursor, limit: limit)
                return try ChargeOutSummary.lines(chargeOuts, at: now, in: view)
            }
        }
    }

    /// Lists overdue charge-outs, most overdue first.
    ///
    /// - Throws: ``Refusal`` if `custodian` is not that of a custodian; `TransferLogError` if the log cannot be read.
    public func overdue(
        of custodian: Barcode? = nil,
        after cursor: MomentCursor?,
        limit: Int,
        at now: Timestamp
    ) async throws -> Listed<ChargeOutSummary, MomentCursor> {
        try await read { view in
            let person = try custodian.map { try Self.person($0, in: view) }
            return try Listed(after: cursor, limit: limit, in: view) { line in
                line.chargeOut.due.map { MomentCursor(moment: $0, entity: line.entity.id) }
            } total: { view in
                try view.overdueCount(of: person?.id, at: now)
            } rows: { view, cursor, limit in
                let chargeOuts = try view.overdue(of: person?.id, at: now, after: cursor, limit: limit)
                return try ChargeOutSummary.lines(chargeOuts, at: now, in: view)
            }
        }
    }

    /// Lists transits, oldest first.
    ///
    /// With `late`, only those that exceed `transitHours`.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func transits(
        late: Bool,
        after cursor: MomentCursor?,
        limit: Int,
        at now: Timestamp
    ) async throws -> Listed<TransitSummary, MomentCursor> {
        let limitOfTime = now.advanced(bySeconds: -settings.transitHours * 3_600)
        let latest = late ? limitOfTime : now
        return try await read { view in
            try Listed(after: cursor, limit: limit, in: view) { line in
                MomentCursor(moment: line.transit.since, entity: line.entity.id)
            } total: { view in
                try view.transitCount(since: latest)
            } rows: { view, cursor, limit in
                let transits = try view.transits(since: latest, after: cursor, limit: limit)
                return try Self.lines(transits, lateSince: limitOfTime, in: view)
            }
        }
    }

    private static func lines(
        _ transits: [(Entity, Transit)],
        lateSince limitOfTime: Timestamp,
        in view: LogView
    ) throws -> [TransitSummary] {
        let ends = transits.flatMap { [$0.1.sender, $0.1.recipient] }
        let people = try view.entities(Array(Set(ends.compactMap(\.self))))
        return transits.map { entity, transit in
            TransitSummary(
                entity: entity,
                transit: transit,
                sender: transit.sender.flatMap { people[$0] },
                recipient: transit.recipient.flatMap { people[$0] },
                isLate: transit.since <= limitOfTime
            )
        }
    }
}
