public import TransferLog
public import Vocabulary

extension Circulation {
    /// The number of titles to index in one commit.
    ///
    /// Moves can be committed in between.
    private static let titlesAtOnce = 500

    /// Finds the entity whose barcode the words are, then entities by title and documents by recognised text, newest
    /// first, before position `cursor`.
    ///
    /// Recent titles are included. If thousands were added since ``indexTitles(rounds:)`` last ran, or if the log is
    /// closed to writes, some may be missing; the list is then marked as incomplete.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
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

    /// Returns the entity whose barcode the words are.
    ///
    /// It precedes all text matches.
    private static func bearer(_ words: SearchWords, in view: LogView) throws -> SearchHit? {
        guard let barcode = words.barcode, let entity = try view.entity(barcode: barcode) else { return nil }
        return SearchHit(bearer: entity, of: barcode)
    }

    /// Adds titles to the search index: all of them, unless that takes more than `rounds` commits.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written, `CancellationError` after a cancellation.
    public func indexTitles(rounds: Int = .max) async throws {
        guard try await log.read({ try $0.hasTitlesToIndex() }) else { return }
        var left = rounds
        while left > 0, try await log.write({ try $0.indexTitles(limit: Self.titlesAtOnce) }) {
            left -= 1
            try Task.checkCancellation()
        }
    }

    /// Returns the oldest document after `cursor` with pages whose text was never recognised.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func unreadPages(after cursor: EntryNumber) async throws -> UnreadPages? {
        try await read { try $0.unreadPages(after: cursor) }
    }

    /// Returns the oldest document after `cursor` whose text was recognised, but not in all of `languages`.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func pagesUnread(in languages: Set<String>, after cursor: EntryNumber) async throws -> UnreadPages? {
        try await read { try $0.pagesUnread(in: languages, after: cursor) }
    }

    /// Adds `text`, recognised in `languages` on `page` of the file that `document` attached, to the search index.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func keep(_ text: String, in languages: Set<String>, of page: Int, in document: EntryNumber) async throws {
        try await write { try $0.keep(text, in: languages, of: page, in: document) }
    }

    /// Records that all pages of `document` were read by a version that did not record the languages.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func noteReadBefore(_ document: EntryNumber) async throws {
        try await write { try $0.noteReadBefore(document) }
    }
}
