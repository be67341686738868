import NIOCore
import NIOHTTP1

/// The events that the daemon sends to all listeners, in order, until the connection ends.
public typealias EventStream = DaemonStream<DaemonEvent>

/// A stream of events from the daemon, in order, until it ends or the connection does.
public struct DaemonStream<Event: StreamedEvent>: AsyncSequence, Sendable {
    public typealias Element = Event
    public typealias Failure = DaemonClientError

    let parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>

    public func makeAsyncIterator() -> Iterator { Iterator(parts: parts.makeAsyncIterator()) }

    /// The iterator of the stream; there can be only one.
    public struct Iterator: AsyncIteratorProtocol {
        /// The maximum size of a response that is not a stream, in bytes.
        private static var longestProblem: Int { 1 << 16 }

        private var parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator
        private var parser = EventStreamParser()
        private var ready: [Event] = []
        private var refusal: HTTPResponseHead?
        private var refusalBody = ByteBuffer()
        private var hasEnded = false

        init(parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator) { self.parts = parts }

        /// Returns the next event; nil if the daemon ended the stream or the connection ended.
        ///
        /// - Throws: ``DaemonClientError`` if the daemon refuses the stream, an event is malformed or the task is
        ///   cancelled.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(DaemonClientError) -> Event? {
            while true {
                if !ready.isEmpty { return ready.removeFirst() }
                if hasEnded { return nil }
                guard let part = try await nextPart(isolation: actor) else { return nil }
                try take(part)
            }
        }

        private mutating func nextPart(
            isolation actor: isolated (any Actor)?
        ) async throws(DaemonClientError) -> HTTPClientResponsePart? {
            do {
                return try await parts.next(isolation: actor)
            } catch is CancellationError {
                throw .cancelled
            } catch {
                switch error as? HTTPParserError {
                // The connection ended within the stream, which has no other end.
                case .invalidEOFState, nil: return nil
                case .some: throw .malformedAnswer("it is not HTTP")
                }
            }
        }

        private mutating func take(_ part: HTTPClientResponsePart) throws(DaemonClientError) {
            switch part {
            case .head(let head):
                if head.status == .ok { ready += Event.opening } else { refusal = head }
            case .body(var bytes):
                guard refusal == nil else {
                    guard refusalBody.readableBytes + bytes.readableBytes <= Self.longestProblem else {
                        throw .answerTooLong(limit: Self.longestProblem)
                    }
                    refusalBody.writeBuffer(&bytes)
                    return
                }
                for event in try events(in: bytes) {
                    if let event = try Event(event) { ready.append(event) }
                }
            case .end:
                guard let refusal else {
                    hasEnded = true
                    return
                }
                _ = try DaemonAnswer(head: refusal, body: refusalBody).success()
                throw .malformedAnswer("status \(refusal.status.code) instead of events")
            }
        }

        private mutating func events(in bytes: ByteBuffer) throws(DaemonClientError) -> [ServerSentEvent] {
            do throws(EventStreamParser.Overflow) {
                return try parser.take(bytes.readableBytesView)
            } catch {
                throw .malformedAnswer("an event is too long")
            }
        }
    }
}
