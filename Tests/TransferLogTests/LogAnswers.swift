import Records

@testable import TransferLog

/// All that a log says when it is asked for everything.
struct LogAnswers: Equatable {
    let entries: [Entry]
    let whereabouts: [Whereabouts]
    let contents: [RecordID: [RecordID]]

    /// What is said here about an entry, or about where a thing is and what it is called, and was not said in `truth`.
    func inventions(beside truth: LogAnswers) -> [String] {
        let written = Dictionary(uniqueKeysWithValues: truth.entries.map { ($0.number, $0) })
        let known = Dictionary(uniqueKeysWithValues: truth.whereabouts.map { ($0.record.id, $0) })
        let entries = entries.filter { written[$0.number] != $0 }.map { "entry \($0.number)" }
        let places = whereabouts.filter { told in
            guard let real = known[told.record.id] else { return true }
            return told.placement != real.placement || told.since != real.since || told.path != real.path
                || told.record.title != real.record.title
        }
        return entries + places.map { "the place or title of \($0.record.barcode)" }
    }

    init(of log: TransferLog) async throws {
        (entries, whereabouts, contents) = try await log.read { view in
            let records = try RecordType.allCases.flatMap { try view.records(of: $0, after: nil, limit: 1_000) }
            return (
                try view.entries(after: EntryNumber(rawValue: 0), limit: 1_000),
                try records.map { try view.whereabouts(of: $0) },
                Dictionary(
                    uniqueKeysWithValues: try records.map { record in
                        (record.id, try view.contents(of: record.id, after: nil, limit: 1_000).map(\.0.id))
                    }
                )
            )
        }
    }
}
