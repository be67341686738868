import NIOCore
import NIOHTTP1
import NIOPosix
import Wire

extension DaemonClient {
    private typealias EventChannel = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    /// Listens to what the daemon tells while `body` runs, on a connection of its own.
    ///
    /// - Parameter entry: the number of an entry; those after it come first. Without one, only new ones come.
    /// - Throws: ``DaemonClientError`` when there is no connection, and what `body` throws.
    public nonisolated func withEvents<Result: Sendable>(
        after entry: Int64? = nil,
        _ body: @Sendable (EventStream) async throws -> Result
    ) async throws -> Result {
        let group = group
        let channel: EventChannel = try await whenStarted { path async throws(ConnectFault) in
            try await Self.eventChannel(path: path, group: group)
        }
        return try await channel.executeThenClose { inbound, outbound in
            var headers: HTTPHeaders = ["Host": "localhost", "Accept": "text/event-stream"]
            if let entry { headers.add(name: "Last-Event-ID", value: String(entry)) }
            let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: API.events, headers: headers)
            // A daemon that has gone already shows as the end of the stream.
            try? await outbound.write(contentsOf: [.head(head), .end(nil)])
            return try await body(EventStream(parts: inbound))
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
