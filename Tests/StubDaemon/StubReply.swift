/// What the stub does with a request.
public enum StubReply: Sendable, Hashable {
    /// Answers like a daemon.
    case answer(status: Int, type: String, body: [UInt8])
    /// Answers, then closes the connection, and says that it will.
    case lastAnswer(status: Int, type: String, body: [UInt8])
    /// Sends these bytes as they are, then closes the connection.
    case raw([UInt8])
    /// Begins an event stream, sends each text, and leaves it open.
    case stream([String])
    /// Begins an event stream, sends each text, and closes the connection.
    case brokenStream([String])
    /// Closes the connection without an answer.
    case hangUp
    /// Closes the connection without an answer, and nobody listens any more.
    case vanish
    /// Never answers.
    case silence

    /// A good answer in JSON.
    public static func json(_ text: String, status: Int = 200) -> StubReply {
        .answer(status: status, type: "application/json", body: Array(text.utf8))
    }

    /// A page of a list: `items` are JSON values with commas between them.
    public static func page(_ items: String, next: String? = nil, total: Int? = nil) -> StubReply {
        let total = total.map(String.init) ?? "null"
        return json(
            """
            {"items":[\(items)],"total":\(total),"complete":\(next == nil),"next":\(next.map { "\"\($0)\"" } ?? "null")}
            """
        )
    }

    /// A problem document.
    public static func problem(_ kind: String, status: Int, detail: String) -> StubReply {
        let text = """
            {"detail":"\(detail)","kind":"\(kind)","status":\(status),"title":"-","type":"urn:outguide:problem:\(kind)"}
            """
        return .answer(status: status, type: "application/problem+json", body: Array(text.utf8))
    }
}
