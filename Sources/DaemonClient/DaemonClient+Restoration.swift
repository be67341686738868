import NIOCore
import NIOHTTP1
import NIOPosix
public import Wire

extension DaemonClient {
    private typealias UploadChannel = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>
    /// Most bytes of the answer.
    private static let longestReport = 1 << 20

    /// Sends a backup to take the place of the log, a piece at a time, and waits as long as it takes.
    ///
    /// - Parameters:
    ///   - bytes: how many bytes it has.
    ///   - name: shows how far it is under ``progress(named:)``.
    ///   - next: the next piece; an empty one at the end.
    /// - Throws: ``DaemonClientError``, and what `next` throws.
    public nonisolated func restore(
        bytes: Int64,
        reason: String,
        abandons: Bool,
        as name: String? = nil,
        _ next: @Sendable () async throws -> [UInt8]
    ) async throws -> RestorationResource {
        let group = group
        let channel: UploadChannel = try await whenStarted { path async throws(ConnectFault) in
            try await Self.uploadChannel(path: path, group: group)
        }
        let query = "reason=\(WireCoding.pathSegment(reason))&abandon=\(abandons)"
        var head = HTTPRequestHead(
            version: .http1_1,
            method: .POST,
            uri: "/\(API.version)/log/restoration?\(query)",
            headers: [
                "Host": "localhost", "Content-Type": "application/octet-stream", "Content-Length": String(bytes),
                "Connection": "close",
            ]
        )
        if let name { head.headers.replaceOrAdd(name: API.progressHeader, value: name) }
        return try await channel.executeThenClose { [head] inbound, outbound in
            var isHeard = true
            func send(_ part: HTTPClientRequestPart) async {
                // A daemon that refuses need not hear the rest; its answer says why.
                do { try await outbound.write(part) } catch { isHeard = false }
            }
            await send(.head(head))
            while isHeard {
                let piece = try await next()
                if piece.isEmpty { break }
                await send(.body(.byteBuffer(ByteBuffer(bytes: piece))))
            }
            if isHeard { await send(.end(nil)) }
            return try await Self.report(inbound, path: socketPath)
        }
    }

    private static func report(
        _ parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        path: String
    ) async throws -> RestorationResource {
        var head: HTTPResponseHead?
        var body = ByteBuffer()
        do {
            for try await part in parts {
                switch part {
                case .head(let received): head = received
                case .body(var bytes):
                    guard body.readableBytes + bytes.readableBytes <= longestReport else {
                        throw DaemonClientError.answerTooLong(limit: longestReport)
                    }
                    body.writeBuffer(&bytes)
                case .end:
                    guard let head else { throw DaemonClientError.malformedAnswer("a body without a head") }
                    return try DaemonAnswer(head: head, body: body).value(RestorationResource.self)
                }
            }
        } catch let error as DaemonClientError {
            throw error
        } catch {
            throw DaemonClientError.connectionLost(path: path)
        }
        throw DaemonClientError.connectionLost(path: path)
    }

    private static func uploadChannel(
        path: String,
        group: MultiThreadedEventLoopGroup
    ) async throws(ConnectFault) -> UploadChannel {
        do {
            let address = try SocketAddress(unixDomainSocketPath: path)
            return try await ClientBootstrap(group: group).connect(to: address) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try UploadChannel(wrappingChannelSynchronously: channel)
                }
            }
        } catch {
            throw ConnectFault(error)
        }
    }
}
