import Vocabulary

@testable import TransferLog

/// All that a log says when it is asked for everything.
struct LogAnswers: Equatable {
    let entries: [Entry]
    let whereabouts: [Whereabouts]
    let contents: [EntityID: [EntityID]]

    /// What is said here about an entry, or about where a thing is and what it is called, and was not said in `truth`.
    func inventions(beside truth: LogAnswers) -> [String] {
        let written = Dictionary(uniqueKeysWithValues: truth.entries.map { ($0.number, $0) })
        let known = Dictionary(uniqueKeysWithValues: truth.whereabouts.map { ($0.entity.id, $0) })
        let entries = entries.filter { written[$0.number] != $0 }.map { "entry \($0.number)" }
        let places = whereabouts.filter { told in
            guard let real = known[told.entity.id] else { return true }
            return told.placement != real.placement || told.since != real.since || told.path != real.path
                || told.entity.title != real.entity.title
        }
        return entries + places.map { "the place or title of \($0.entity.barcode)" }
    }

    init(of log: TransferLog) async throws {
        (entries, whereabouts, contents) = try await log.read { view in
            let entities = try EntityType.allCases.flatMap { try view.entities(of: $0, after: nil, limit: 1_000) }
            return (
                try view.entries(after: EntryNumber(rawValue: 0), limit: 1_000),
                try entities.map { try view.whereabouts(of: $0) },
                Dictionary(
                    uniqueKeysWithValues: try entities.map { entity in
                        (entity.id, try view.contents(of: entity.id, after: nil, limit: 1_000).map(\.0.id))
                    }
                )
            )
        }
    }
}
