/// One event of a `text/event-stream` (WHATWG HTML, 9.2).
public struct ServerSentEvent: Sendable, Hashable {
    /// Its `event:` line.
    public let name: String
    /// Its `data:` lines.
    public let data: String
}
