public import Barcodes
import Localization
import TransferLog
public import Vocabulary

extension Circulation {
    /// Returns the history of the entity with this barcode before `cursor`, newest first.
    ///
    /// Entries outside `period` are left out and count neither towards the limit nor the total.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode; `TransferLogError` if the log cannot be read.
    public func history(
        of barcode: Barcode,
        within period: ClosedRange<Timestamp>? = nil,
        before cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<HistorySummary, EntryNumber> {
        try await read { view in
            let entity = try Self.known(barcode, in: view)
            return try Listed(after: cursor, limit: limit, in: view, place: \.line.entry.number) { view in
                try view.historyCount(of: entity.id, within: period)
            } rows: { view, cursor, limit in
                try Self.history(of: entity, within: period, before: cursor, limit: limit, in: view)
            }
        }
    }

    private static func history(
        of entity: Entity,
        within period: ClosedRange<Timestamp>?,
        before cursor: EntryNumber?,
        limit: Int,
        in view: LogView
    ) throws -> [HistorySummary] {
        var places = PlaceNames(view: view)
        var lines: [HistorySummary] = []
        var next = cursor
        while lines.count < limit {
            let steps = try view.history(of: entity.id, before: next, limit: limit)
            for step in steps where period?.contains(step.entry.occurredAt) != false {
                guard try !view.leavesOut(step.entry) else { continue }
                lines.append(try HistorySummary(step: step, places: &places))
            }
            guard steps.count == limit, let last = steps.last else { break }
            next = last.entry.number
        }
        return Array(lines.prefix(limit))
    }

    /// Returns entries after `number`, oldest first, with their places named, and the number of the last entry
    /// examined.
    ///
    /// Entries about entities concealed from the caller are left out.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func entries(
        after number: EntryNumber,
        limit: Int
    ) async throws -> (lines: [EntrySummary], last: EntryNumber, isEnd: Bool) {
        try await read { view in
            var places = PlaceNames(view: view)
            let entries = try view.entries(after: number, limit: limit)
            let lines = try entries.filter { try !view.leavesOut($0) }
                .map { try EntrySummary(entry: $0, places: &places) }
            return (lines, entries.last?.number ?? number, entries.count < limit)
        }
    }

    /// Checks that the caller may read the bytes of an entry; refused if there is no such entry or it names a concealed
    /// entity.
    ///
    /// - Throws: ``Refusal`` in these cases; `TransferLogError` if the log cannot be read.
    public func check(entry number: EntryNumber) async throws {
        try await read { view in
            let newest = try view.newestEntry()?.rawValue ?? 0
            let unknown = Refusal(
                .unknownEntry,
                Message("cannot find entry \(number, "entry"): there is no such entry")
            )
            guard newest > 0, (1...newest).contains(number.rawValue) else { throw unknown }
            let entry = try view.entry(number)
            if let subject = entry.subject, try view.entity(subject) == nil { throw unknown }
            guard try !view.leavesOut(entry) else { throw unknown }
            guard try !view.hidesBytes(of: entry) else {
                throw Refusal(.needsSupervisor, Message("cannot prove entry \(number, "entry"): ask a supervisor"))
            }
        }
    }

    /// Returns an entry that an earlier request wrote, if the caller still has clearance for it.
    static func line(ofEarlier number: EntryNumber, in view: LogView) throws -> EntrySummary {
        let entry = try view.entry(number)
        guard try !view.leavesOut(entry) else { throw Refusal.unknown }
        return try EntrySummary(entry, in: view)
    }

    /// Appends the fact that `decide` returns, once for each key, and returns its entry.
    func append(
        by attribution: Attribution,
        key: RequestKey?,
        _ decide: @escaping @Sendable (LogTransaction) throws -> Fact
    ) async throws -> EntrySummary {
        try await write { transaction in
            try transaction.once(key) { before in
                try before.entries.map { try Self.line(ofEarlier: $0.upperBound, in: transaction.view) }
            } work: {
                let entry = try transaction.append(try decide(transaction), by: attribution)
                return try EntrySummary(entry, in: transaction.view)
            }
        }
    }
}
