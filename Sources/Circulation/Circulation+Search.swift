public import Records
public import TransferLog

extension Circulation {
    /// How many titles are made searchable in one commit: moves come in between.
    private static let titlesAtOnce = 500

    /// The thing whose barcode the words are; then things by their titles and documents by what was recognised on their
    /// pages, the newest first, those before position `cursor`.
    ///
    /// Titles of a moment ago are found, too. Where thousands of them were added since ``indexTitles(rounds:)`` last ran,
    /// and in a log that is closed to writing, some may be missing: then the list is not whole.
    public func search(
        _ words: SearchWords,
        before cursor: Int64?,
        limit: Int
    ) async throws -> Listed<SearchHit, Int64> {
        if log.trouble == nil { try await indexTitles(rounds: 10) }
        return try await read { view in
            var hits = try Listed(after: cursor, limit: limit, in: view, place: \.position) { view in
                try view.searchCount(words) + (Self.bearer(words, in: view) == nil ? 0 : 1)
            } rows: { view, cursor, limit in
                let bearer = cursor == nil ? try Self.bearer(words, in: view) : nil
                let texts = try view.search(words, before: cursor, limit: limit - (bearer == nil ? 0 : 1))
                return (bearer.map { [$0] } ?? []) + texts
            }
            hits.isWhole = try !view.lacksTitlesInSearch()
            return hits
        }
    }

    /// The thing whose barcode the words are, which stands before all texts.
    private static func bearer(_ words: SearchWords, in view: LogView) throws -> SearchHit? {
        guard let barcode = words.barcode, let record = try view.record(barcode: barcode) else { return nil }
        return SearchHit(bearer: record, of: barcode)
    }

    /// Makes titles searchable, all of them unless that takes more than so many commits.
    public func indexTitles(rounds: Int = .max) async throws {
        guard try await log.read({ try $0.hasTitlesToIndex() }) else { return }
        var left = rounds
        while left > 0, try await log.write({ try $0.indexTitles(limit: Self.titlesAtOnce) }) {
            left -= 1
            try Task.checkCancellation()
        }
    }

    /// The oldest document after `cursor` with pages whose text was never read.
    public func unreadPages(after cursor: EntryNumber) async throws -> UnreadPages? {
        try await read { try $0.unreadPages(after: cursor) }
    }

    /// The oldest document after `cursor` that was read, but not in all of `languages`.
    public func pagesUnread(in languages: Set<String>, after cursor: EntryNumber) async throws -> UnreadPages? {
        try await read { try $0.pagesUnread(in: languages, after: cursor) }
    }

    /// Makes `text` searchable, which was read in `languages` on `page` of the file that `document` attached.
    public func keep(
        _ text: String,
        in languages: Set<String>,
        of page: Int,
        in document: EntryNumber
    ) async throws {
        try await write { try $0.keep(text, in: languages, of: page, in: document) }
    }

    /// Notes that all pages of `document` were read before it was noted in which languages.
    public func noteReadBefore(_ document: EntryNumber) async throws {
        try await write { try $0.noteReadBefore(document) }
    }
}
