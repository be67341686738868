import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Wire

/// Encodes Server-Sent Events (WHATWG HTML, section 9.2).
enum EventText {
    /// Response headers of an event stream.
    static let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]

    /// A comment, which clients ignore.
    static func comment(_ text: String) -> ByteBuffer { ByteBuffer(string: ": \(text)\n\n") }

    /// One event; a client sends `id` to resume after it.
    static func of(_ name: String, _ value: some Encodable, id: Int64? = nil) throws -> ByteBuffer {
        var text = "event: \(name)\n"
        if let id { text += "id: \(id)\n" }
        text += "data: \(String(decoding: try WireCoding.encode(value), as: UTF8.self))\n\n"
        return ByteBuffer(string: text)
    }
}
