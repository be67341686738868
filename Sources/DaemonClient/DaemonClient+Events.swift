import NIOCore
import NIOHTTP1
import NIOPosix
public import Wire

extension DaemonClient {
    private typealias EventChannel = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    /// Opens an event stream on a connection of its own, for the duration of `body`.
    ///
    /// - Parameters:
    ///   - entry: the number of an entry; the entries after it come first. Without one, only new entries come.
    ///   - stations: restricts the events to these stations; empty for all events.
    ///   - names: restricts the events to these names; empty for all.
    /// - Throws: ``DaemonClientError`` if there is no connection, and what `body` throws.
    public nonisolated func withEvents<Result: Sendable>(
        after entry: Int64? = nil,
        stations: [String] = [],
        names: [EventName] = [],
        _ body: @Sendable (EventStream) async throws -> Result
    ) async throws -> Result {
        var headers: HTTPHeaders = [:]
        if let entry { headers.add(name: "Last-Event-ID", value: String(entry)) }
        let filter = stations.map { "station=\(WireCoding.pathSegment($0))" } + names.map { "event=\($0.rawValue)" }
        let target = filter.isEmpty ? API.events : "\(API.events)?\(filter.joined(separator: "&"))"
        return try await withStream(.GET, target, headers: headers, body)
    }

    /// Requests a stream on a connection of its own, for the duration of `body`.
    nonisolated func withStream<Event: StreamedEvent, Result: Sendable>(
        _ method: HTTPMethod,
        _ target: String,
        headers: HTTPHeaders = [:],
        content: ByteBuffer? = nil,
        _ body: @Sendable (DaemonStream<Event>) async throws -> Result
    ) async throws -> Result {
        let group = group
        let channel: EventChannel = try await whenStarted { path async throws(ConnectFault) in
            try await Self.eventChannel(path: path, group: group)
        }
        return try await channel.executeThenClose { inbound, outbound in
            var all: HTTPHeaders = ["Host": "localhost", "Accept": "text/event-stream"]
            all.add(contentsOf: headers)
            var parts: [HTTPClientRequestPart] = []
            if let content {
                all.add(name: "Content-Type", value: Self.jsonType)
                all.add(name: "Content-Length", value: String(content.readableBytes))
                parts.append(.body(.byteBuffer(content)))
            }
            let head = HTTPRequestHead(version: .http1_1, method: method, uri: target, headers: all)
            // If the daemon is gone already, the stream ends.
            try? await outbound.write(contentsOf: [.head(head)] + parts + [.end(nil)])
            return try await body(DaemonStream(parts: inbound))
        }
    }

    private static func eventChannel(
        path: String,
        group: MultiThreadedEventLoopGroup
    ) async throws(ConnectFault) -> EventChannel {
        do {
            let address = try SocketAddress(unixDomainSocketPath: path)
            return try await ClientBootstrap(group: group).connect(to: address) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try EventChannel(wrappingChannelSynchronously: channel)
                }
            }
        } catch {
            throw ConnectFault(error)
        }
    }
}
