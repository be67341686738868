/// One event of a `text/event-stream` (WHATWG HTML, 9.2).
public struct ServerSentEvent: Sendable, Hashable {
    /// The value of its `event:` line.
    public let name: String
    /// The value of its `data:` lines.
    public let data: String
}
