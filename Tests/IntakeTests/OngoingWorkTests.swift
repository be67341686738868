import Localization
import Logging
import Testing

@testable import Intake

/// What takes long is named.
@Suite struct OngoingWorkTests {
    @Test func whatGoesOnForAMinuteIsNamedUntilItEnds() {
        let work = OngoingWork()
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        let first = work.begin(Message("text of document 7"), logger: logger)
        let second = work.begin(Message("text of document 9"), logger: logger)
        work.update(first, page: 3, of: 12)
        #expect(work.long().isEmpty)
        let later = ContinuousClock.now + .seconds(61)
        #expect(work.long(at: later).map(\.what.english) == ["text of document 7", "text of document 9"])
        #expect(work.long(at: later).first?.page == 3)
        #expect(work.long(at: later).first?.pages == 12)
        work.end(first)
        #expect(work.long(at: later).map(\.what.english) == ["text of document 9"])
        work.end(second)
        work.end(second)
        #expect(work.long(at: later).isEmpty)
    }

    @Test func theJournalNamesItOnceAndItsPage() async {
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        let logger = Logger(label: "test", factory: { _ in LineStream(lines: continuation) })
        let work = OngoingWork(patience: .milliseconds(200))
        let ticket = work.begin(Message("text of document 7"), logger: logger)
        work.update(ticket, page: 2, of: nil)
        var spoken = lines.makeAsyncIterator()
        #expect(await spoken.next() == "still at work after a minute: 2, text of document 7")
        work.end(ticket)
    }

    private struct LineStream: LogHandler {
        let lines: AsyncStream<String>.Continuation
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        init(lines: AsyncStream<String>.Continuation) { self.lines = lines }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let values = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.value)" }
            lines.yield("\(event.message): \(values.joined(separator: ", "))")
        }
    }
}
