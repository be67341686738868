public import Barcodes
public import Records
public import TransferLog

extension Circulation {
    /// The most things that one request may move.
    public static let largestMove = 1_000

    /// Moves things to a place, container or custodian: all of them, or none.
    public func move(
        _ barcodes: [Barcode],
        to destination: Barcode,
        reason: FreeText? = nil,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        guard (1...Self.largestMove).contains(barcodes.count) else {
            let reason = "cannot move \(barcodes.count) things at once: name 1 to \(Self.largestMove)"
            throw Refusal(.invalidRequest, reason)
        }
        return try await log.write { transaction in
            let view = transaction.view
            let place = try Self.known(destination, in: view)
            guard let placement = Placement(at: place) else {
                let reason = "cannot put things into \(place.barcode): it is a \(place.kind), not a place"
                throw Refusal(.notAPlace, reason)
            }
            let records = try barcodes.map { try Self.known($0, in: view) }
            if let key, let result = try transaction.result(of: key) {
                return try Self.movements(of: records, to: place, in: result.entries, view: view)
            }
            let movements = try records.map { record in
                let entry = try Self.move(record, to: placement, reason: reason, by: attribution, in: transaction)
                return Movement(record: record, place: place, entry: entry)
            }
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return movements
        }
    }

    /// Moves one thing; nil when it is there already, refused when a rule forbids it.
    static func move(
        _ record: Record,
        to destination: Placement,
        reason: FreeText?,
        by attribution: Attribution,
        in transaction: LogTransaction
    ) throws -> Entry? {
        let view = transaction.view
        guard let placeID = destination.place else { throw Refusal(.notAPlace, "cannot move things to nowhere") }
        let ruling = MoveRules.judge(
            record,
            from: try view.standing(of: record.id)?.placement ?? .unknown,
            to: destination,
            place: try known(placeID, in: view),
            enclosing: try view.containers(around: destination),
            reason: reason?.text
        )
        switch ruling {
        case .allowed(let transfer): return try transaction.append(.transferred(transfer), by: attribution)
        case .alreadyThere: return nil
        case .refused(let refusal): throw refusal
        }
    }

    /// What an earlier request with the same key did to `records`.
    private static func movements(
        of records: [Record],
        to place: Record,
        in entries: ClosedRange<EntryNumber>?,
        view: LogView
    ) throws -> [Movement] {
        var entryBySubject: [RecordID: Entry] = [:]
        if let entries {
            for number in entries.lowerBound.rawValue...entries.upperBound.rawValue {
                let entry = try view.entry(EntryNumber(rawValue: number))
                if case .transferred(let transfer) = entry.fact { entryBySubject[transfer.subject] = entry }
            }
        }
        return records.map { Movement(record: $0, place: place, entry: entryBySubject[$0.id]) }
    }
}
