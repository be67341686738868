import Records

@testable import TransferLog

/// All that a log says when it is asked for everything.
struct LogAnswers: Equatable {
    let entries: [Entry]
    let whereabouts: [Whereabouts]
    let contents: [RecordID: [RecordID]]

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
