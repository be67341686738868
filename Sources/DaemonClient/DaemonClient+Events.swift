import NIOCore
import NIOHTTP1
import NIOPosix
public import Wire

extension DaemonClient {
    typealias StreamChannel = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

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
        if let entry { headers.add(name: API.Events.lastEventID.name, value: String(entry)) }
        let query = stations.map { API.Events.station.set($0) } + names.map { API.Events.event.set($0.rawValue) }
        return try await withStream(API.Events.follow.outline, query: query, headers: headers, body)
    }

    /// Requests a stream on a connection of its own, for the duration of `body`.
    nonisolated func withStream<Event: StreamedEvent, Result: Sendable>(
        _ outline: EndpointOutline,
        at segment: String? = nil,
        query: [Parameter.Argument] = [],
        headers: HTTPHeaders = [:],
        content: ByteBuffer? = nil,
        _ body: @Sendable (DaemonStream<Event>) async throws -> Result
    ) async throws -> Result {
        var head = try request(outline, at: segment, query: query, body: content).head
        let channel = try await streamChannel()
        head.headers.add(name: "Accept", value: "text/event-stream")
        head.headers.add(contentsOf: headers)
        return try await channel.executeThenClose { [head] inbound, outbound in
            let parts = content.map { [HTTPClientRequestPart.body(.byteBuffer($0))] } ?? []
            // If the daemon is gone already, the stream ends.
            try? await outbound.write(contentsOf: [.head(head)] + parts + [.end(nil)])
            return try await body(DaemonStream(parts: inbound))
        }
    }

    /// Opens a connection whose parts are sent and received one by one.
    nonisolated func streamChannel() async throws(DaemonClientError) -> StreamChannel {
        let group = group
        return try await whenStarted { path async throws(ConnectFault) in
            do {
                let address = try SocketAddress(unixDomainSocketPath: path)
                return try await ClientBootstrap(group: group).connect(to: address) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        return try StreamChannel(wrappingChannelSynchronously: channel)
                    }
                }
            } catch {
                throw ConnectFault(error)
            }
        }
    }
}

extension DaemonClient {
    /// Pairs the next scanner that reads the barcode in the first event; the last event has the result.
    ///
    /// - Throws: ``DaemonClientError`` if there is no connection, and what `body` throws.
    public nonisolated func withPairing<Result: Sendable>(
        _ request: ScannerPairingRequest,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        try await withStream(API.Scanners.pair.outline, content: try await json(request), body)
    }

    /// Observes the input of the scanner with this permanent name, for the duration of `body`.
    ///
    /// - Parameter expected: the barcode that will be scanned; the daemon's own test barcode if nil.
    /// - Throws: ``DaemonClientError`` if there is no connection, and what `body` throws.
    public nonisolated func withTest<Result: Sendable>(
        of scanner: String,
        expected: String?,
        _ body: @Sendable (DaemonStream<ScannerStreamEvent>) async throws -> Result
    ) async throws -> Result {
        let query = [API.Scanners.expected.set(expected)]
        return try await withStream(API.Scanners.test.outline, at: scanner, query: query, body)
    }
}
