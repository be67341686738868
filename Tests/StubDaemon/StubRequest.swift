/// A request that the stub received.
public struct StubRequest: Sendable, Hashable {
    public let method: String
    /// Path and query as sent.
    public let target: String
    /// Names in lower case.
    public let headers: [String: String]
    public let body: [UInt8]
    /// Which connection it came over, counted from 1.
    public let connection: Int

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
}
