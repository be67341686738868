import NIOCore
import NIOHTTP1
import NIOPosix
public import Wire

extension DaemonClient {
    /// The maximum size of the response, in bytes.
    private static let longestReport = 1 << 20

    /// Sends a backup that replaces the log, piece by piece, and waits without a time limit.
    ///
    /// - Parameters:
    ///   - bytes: the size of the backup.
    ///   - name: the name under which ``progress(named:)`` reports its progress.
    ///   - next: returns the next piece; an empty one at the end.
    /// - Throws: ``DaemonClientError``, and what `next` throws.
    public nonisolated func restore(
        bytes: Int64,
        reason: String,
        abandons: Bool,
        as name: String? = nil,
        _ next: @Sendable () async throws -> [UInt8]
    ) async throws -> RestorationResource {
        let outline = API.Backups.restore.outline
        let query = [API.Backups.reason.set(reason), API.Backups.abandon.set(abandons)]
        var head = try request(outline, query: query).named(name).head
        let channel = try await streamChannel()
        head.headers.replaceOrAdd(name: "Content-Type", value: outline.bodyType)
        head.headers.replaceOrAdd(name: "Content-Length", value: String(bytes))
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        return try await channel.executeThenClose { [head] inbound, outbound in
            var isHeard = true
            func send(_ part: HTTPClientRequestPart) async {
                // A daemon that refuses the backup need not receive the rest; its response has the reason.
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
}
