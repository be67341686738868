import FoundationEssentials
import Wire

/// One event of a `text/event-stream` (WHATWG HTML, 9.2).
public struct ServerSentEvent: Sendable, Hashable {
    /// The value of its `event:` line.
    public let name: String
    /// The value of its `data:` lines.
    public let data: String

    /// Decodes the data.
    func data<Value: WireValue>(_ type: Value.Type) throws(DaemonClientError) -> Value {
        do {
            return try WireCoding.decode(type, from: Data(data.utf8))
        } catch {
            throw .malformedAnswer("the event is not of the sort “\(name)”")
        }
    }
}

/// Parses the bytes of a `text/event-stream` into events (WHATWG HTML, 9.2.6).
struct EventStreamParser: Sendable {
    /// The error of an event that is longer than any that the daemon sends.
    struct Overflow: Error, Sendable, Hashable {}

    private let longestEvent: Int
    private var line: [UInt8] = []
    private var endedWithReturn = false
    private var name = ""
    private var data: [UInt8] = []
    private var hasData = false

    /// Creates a parser.
    ///
    /// - Parameter longestEvent: the maximum size of a line, and of the data of an event, in bytes.
    init(longestEvent: Int = 1 << 20) { self.longestEvent = longestEvent }

    /// Consumes bytes and returns the events that they complete.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(Overflow) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            let followsReturn = endedWithReturn
            endedWithReturn = byte == UInt8(ascii: "\r")
            switch byte {
            case UInt8(ascii: "\n") where followsReturn: continue
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if let event = endLine() { events.append(event) }
            default:
                guard line.count + data.count < longestEvent else { throw Overflow() }
                line.append(byte)
            }
        }
        return events
    }

    /// Ends a line; returns the event that an empty line completes, otherwise nil.
    private mutating func endLine() -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        guard line.isEmpty else {
            readField()
            return nil
        }
        defer {
            name = ""
            data.removeAll(keepingCapacity: true)
            hasData = false
        }
        return hasData ? ServerSentEvent(name: name, data: String(decoding: data, as: UTF8.self)) : nil
    }

    private mutating func readField() {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "event": name = String(decoding: value, as: UTF8.self)
        case "data":
            if hasData { data.append(UInt8(ascii: "\n")) }
            data += value
            hasData = true
        // Comments, which keep the connection alive, and fields that are not used here.
        default: break
        }
    }
}
