import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Wire

/// Server-Sent Events (WHATWG HTML, section 9.2) as bytes.
enum EventText {
    /// Headers of a stream.
    static let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]

    /// What listeners pass over.
    static func comment(_ text: String) -> ByteBuffer { ByteBuffer(string: ": \(text)\n\n") }

    /// One event; `id` is what a listener sends to go on after it.
    static func of(_ name: String, _ value: some Encodable, id: Int64? = nil) throws -> ByteBuffer {
        var text = "event: \(name)\n"
        if let id { text += "id: \(id)\n" }
        text += "data: \(String(decoding: try WireCoding.encode(value), as: UTF8.self))\n\n"
        return ByteBuffer(string: text)
    }
}
