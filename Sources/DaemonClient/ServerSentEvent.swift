/// One event of a `text/event-stream` (WHATWG HTML, 9.2).
struct ServerSentEvent: Sendable, Hashable {
    let name: String
    let data: String
}
