package import Localization
package import Logging
import Synchronization
package import TransferLog
package import Vocabulary

/// Tracks long work, so that the journal and the status can name what has taken longer than a minute.
package final class OngoingWork: Sendable {
    /// A token for work in progress, returned by ``begin(_:logger:)``.
    package struct Ticket: Sendable, Hashable {
        fileprivate let number: Int
    }

    /// The state of a piece of work.
    package struct Progress: Sendable, Hashable {
        /// A description without file names, because everyone may see it.
        package let what: Message
        package let since: Timestamp
        package fileprivate(set) var page: Int?
        package fileprivate(set) var pages: Int?
    }

    private struct Entry {
        var progress: Progress
        let begun: ContinuousClock.Instant
        let watch: Task<Void, Never>?
    }

    /// The duration after which work counts as long.
    private let patience: Duration

    private struct State {
        var last = 0
        var entries: [Int: Entry] = [:]
    }

    private let state = Mutex(State())
    private let clock: UTCClock

    package init(patience: Duration = .seconds(60), clock: UTCClock = .system) {
        self.patience = patience
        self.clock = clock
    }

    /// Records that work on `what` begins; after a minute it is reported to the journal through `logger`.
    package func begin(_ what: Message, logger: Logger? = nil) -> Ticket {
        state.withLock { state in
            state.last += 1
            let ticket = Ticket(number: state.last)
            let progress = Progress(what: what, since: clock.now())
            let watch = logger.map { self.watch(ticket, $0) }
            state.entries[ticket.number] = Entry(progress: progress, begun: .now, watch: watch)
            return ticket
        }
    }

    /// Records the current page and the page count.
    package func update(_ ticket: Ticket, page: Int, of pages: Int?) {
        state.withLock { state in
            state.entries[ticket.number]?.progress.page = page
            state.entries[ticket.number]?.progress.pages = pages
        }
    }

    package func end(_ ticket: Ticket) {
        state.withLock { $0.entries.removeValue(forKey: ticket.number) }?.watch?.cancel()
    }

    /// Work that has been running for more than a minute at `moment`, oldest first.
    package func long(at moment: ContinuousClock.Instant = .now) -> [Progress] {
        let entries = state.withLock { $0.entries.values.filter { moment - $0.begun >= patience } }
        return entries.sorted { $0.begun < $1.begun }.map(\.progress)
    }

    private func watch(_ ticket: Ticket, _ logger: Logger) -> Task<Void, Never> {
        Task { [weak self, patience] in
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            guard let progress = self?.progress(of: ticket) else { return }
            var metadata: Logger.Metadata = ["what": "\(progress.what.english)"]
            if let page = progress.page { metadata["page"] = "\(page)" }
            if let pages = progress.pages { metadata["pages"] = "\(pages)" }
            logger.notice("still at work after a minute", metadata: metadata)
        }
    }

    private func progress(of ticket: Ticket) -> Progress? { state.withLock { $0.entries[ticket.number]?.progress } }
}
