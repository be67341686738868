public import Barcodes
public import Records
import TransferLog

extension Circulation {
    /// Where the thing with this barcode is, or was at `moment`.
    public func whereabouts(of barcode: Barcode, at moment: Timestamp? = nil) async throws -> Whereabouts {
        try await log.read { view in
            let record = try Self.known(barcode, in: view)
            if let moment { try Self.check(record, wasKnownAt: moment, in: view) }
            return try view.whereabouts(of: record, at: moment)
        }
    }

    private static func check(_ record: Record, wasKnownAt moment: Timestamp, in view: LogView) throws {
        let registered = try view.entry(EntryNumber(rawValue: record.id.rawValue)).occurredAt
        guard registered <= moment else {
            let what = "cannot say where \(record.barcode) was then: it was registered only at \(registered)"
            throw Refusal(.notYetRegistered, what)
        }
    }

    /// Things of one sort, those registered after `cursor`.
    public func records(of type: RecordType, after cursor: RecordID?, limit: Int) async throws -> [RecordLine] {
        try await log.read { view in
            try view.records(of: type, after: cursor, limit: limit).map { try RecordLine($0, in: view) }
        }
    }

    /// What happened to the thing with this barcode before `cursor`, newest first.
    ///
    /// Of what happened outside `period` nothing is told; the limit counts what is told.
    public func history(
        of barcode: Barcode,
        within period: ClosedRange<Timestamp>? = nil,
        before cursor: EntryNumber?,
        limit: Int
    ) async throws -> [HistoryLine] {
        try await log.read { view in
            let record = try Self.known(barcode, in: view)
            var places = PlaceNames(view: view)
            var lines: [HistoryLine] = []
            var next = cursor
            while lines.count < limit {
                let steps = try view.history(of: record.id, before: next, limit: limit)
                for step in steps where period?.contains(step.entry.occurredAt) != false {
                    lines.append(try HistoryLine(step: step, places: &places))
                }
                guard steps.count == limit, let last = steps.last else { break }
                next = last.entry.number
            }
            return Array(lines.prefix(limit))
        }
    }

    /// What is directly at, in or with the thing with this barcode, and the places directly within a location,
    /// in the order of their registration.
    ///
    /// With a `moment`: what was there then; the places within a location are those of now.
    public func contents(
        of barcode: Barcode,
        at moment: Timestamp? = nil,
        after cursor: RecordID?,
        limit: Int
    ) async throws -> [ContentsLine] {
        try await log.read { view in
            let holder = try Self.known(barcode, in: view)
            guard holder.type != .item else {
                throw Refusal(.notAPlace, "cannot list what is in \(holder.barcode): it is a \(holder.kind)")
            }
            let outer = try view.whereabouts(of: holder, at: moment)
            let things =
                if let moment {
                    try view.contents(of: holder.id, at: moment, after: cursor, limit: limit)
                } else {
                    try view.contents(of: holder.id, after: cursor, limit: limit)
                }
            var lines = things.map { record, standing in
                ContentsLine(record: record, standing: standing, holder: outer)
            }
            guard holder.type == .location else { return lines }
            let locations = try view.locations(within: holder.id, after: cursor, limit: limit)
            lines += locations.map(ContentsLine.init(location:))
            return Array(lines.sorted { $0.record.id < $1.record.id }.prefix(limit))
        }
    }

    /// How much there is, for the status.
    public func counts() async throws -> LogCounts {
        try await log.read { view in
            LogCounts(
                records: try view.recordCounts(),
                entries: try view.newestEntry()?.rawValue ?? 0,
                readings: try view.readingCount()
            )
        }
    }

    /// Notes papers that a printer finished and that are no labels of things, such as slips.
    public func notePrinted(_ prints: [LabelPrint], by attribution: Attribution) async throws {
        try await log.write { transaction in
            for print in prints { try transaction.append(.labelPrinted(print), by: attribution) }
        }
    }

    /// Entries after `number`, oldest first, with their places named.
    public func entries(after number: EntryNumber, limit: Int) async throws -> [EntryLine] {
        try await log.read { view in
            var places = PlaceNames(view: view)
            return try view.entries(after: number, limit: limit).map { try EntryLine(entry: $0, places: &places) }
        }
    }
}
