import Circulation
import NIOCore
import Records
import Wire

/// Reads new entries once for all listeners that see no more than anybody may.
///
/// Each commit would otherwise be read, and written as JSON, once for each listener. A page is known by where it begins and
/// by the newest entry of the log then, so that what a later entry conceals is never taken from an earlier page.
actor SharedEntries {
    /// Entries and their events, from one read.
    struct Page: Sendable {
        let events: [(entry: EntryResource, text: ByteBuffer)]
        let last: EntryNumber
        let isEnd: Bool
    }

    private struct Key: Sendable, Hashable {
        let start: EntryNumber
        let newest: EntryNumber
    }

    /// Listeners are at most a few commits apart; who is further behind reads alone.
    private static let most = 8

    private let circulation: Circulation
    private var pages: [(key: Key, page: Task<Page, any Error>)] = []

    /// - Parameter circulation: as anybody may see it.
    init(_ circulation: Circulation) { self.circulation = circulation }

    /// At most `limit` entries after `start` of a log whose newest entry is `newest`.
    func page(after start: EntryNumber, newest: EntryNumber, limit: Int) async throws -> Page {
        let key = Key(start: start, newest: newest)
        if let known = pages.first(where: { $0.key == key }) { return try await known.page.value }
        let page = Task { [circulation] in try await Self.read(circulation, after: start, limit: limit) }
        pages.append((key, page))
        if pages.count > Self.most { pages.removeFirst() }
        return try await page.value
    }

    /// At most `limit` entries after `start`, as `circulation` shows them.
    static func read(_ circulation: Circulation, after start: EntryNumber, limit: Int) async throws -> Page {
        let next = try await circulation.entries(after: start, limit: limit)
        let events = try next.lines.map { line in
            let entry = EntryResource(line)
            return (entry, try EventText.of(EventName.entry.rawValue, entry, id: line.entry.number.rawValue))
        }
        return Page(events: events, last: next.last, isEnd: next.isEnd)
    }
}
