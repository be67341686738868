import Circulation
import NIOCore
import Vocabulary
import Wire
import WireResources

/// Reads new entries once for all listeners that have only the public view of the log.
///
/// Each commit would otherwise be read and encoded as JSON once for each listener. The key of a page is its start and
/// the newest entry of the log at that time, so that a page read earlier never reveals what a later entry conceals.
actor SharedEntries {
    /// Entries and their encoded events, from one read.
    struct Page: Sendable {
        let events: [(entry: EntryResource, text: ByteBuffer)]
        let last: EntryNumber
        let isEnd: Bool
    }

    private struct Key: Sendable, Hashable {
        let start: EntryNumber
        let newest: EntryNumber
    }

    /// Maximum number of cached pages.
    ///
    /// Listeners are usually at most a few commits apart; one further behind reads alone.
    private static let most = 8

    private let circulation: Circulation
    private var pages: [(key: Key, page: Task<Page, any Error>)] = []

    /// - Parameter circulation: the public view of the log.
    init(_ circulation: Circulation) { self.circulation = circulation }

    /// At most `limit` entries after `start`, in a log whose newest entry is `newest`.
    func page(after start: EntryNumber, newest: EntryNumber, limit: Int) async throws -> Page {
        let key = Key(start: start, newest: newest)
        if let known = pages.first(where: { $0.key == key }) { return try await known.page.value }
        let page = Task { [circulation] in try await Self.read(circulation, after: start, limit: limit) }
        pages.append((key, page))
        if pages.count > Self.most { pages.removeFirst() }
        return try await page.value
    }

    /// At most `limit` entries after `start`, in the view of `circulation`.
    static func read(_ circulation: Circulation, after start: EntryNumber, limit: Int) async throws -> Page {
        let next = try await circulation.entries(after: start, limit: limit)
        let events = try next.lines.map { line in
            let entry = EntryResource(line)
            return (entry, try EventText.of(EventName.entry.rawValue, entry, id: line.entry.number.rawValue))
        }
        return Page(events: events, last: next.last, isEnd: next.isEnd)
    }
}
