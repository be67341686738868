import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server on a real Unix socket that answers as a test says.
public final class StubDaemon: Sendable {
    /// Where it listens.
    public let path: String
    private let directory: String
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let reply: @Sendable (StubRequest) -> StubReply
    private let received = Mutex<[StubRequest]>([])
    private let connections = Mutex<[any Channel]>([])
    private let accepted = Mutex(0)
    private let listener = Mutex<(any Channel)?>(nil)

    /// A stub that answers each request with what `reply` says.
    public init(reply: @escaping @Sendable (StubRequest) -> StubReply) throws(StubFault) {
        var template = Array("/tmp/outguide-stub-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw StubFault(description: "cannot make a directory") }
        self.directory = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        self.path = directory + "/outguide.sock"
        self.reply = reply
    }

    /// Listens while `body` runs, then leaves nothing behind.
    public func serve<Result>(_ body: (StubDaemon) async throws -> Result) async throws -> Result {
        do {
            try await listen()
            let result = try await body(self)
            await end()
            return result
        } catch {
            await end()
            throw error
        }
    }

    /// Every request so far, in the order of arrival.
    public var requests: [StubRequest] { received.withLock { $0 } }

    /// Begins to listen, again after ``vanish()``.
    public func listen() async throws {
        let channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.configureHTTPServerPipeline(
                        withPipeliningAssistance: false,
                        withErrorHandling: false
                    )
                    try pipeline.addHandler(StubHandler(stub: self, connection: self.accept(channel)))
                }
            }
            .bind(unixDomainSocketPath: path).get()
        listener.withLock { $0 = channel }
    }

    /// Closes every connection and stops listening.
    public func vanish() {
        unlink(path)
        listener.withLock { $0 }?.close(promise: nil)
        for channel in connections.withLock({ $0 }) {
            channel.close(mode: .output, promise: nil)
            channel.close(promise: nil)
        }
    }

    /// Closes every connection and goes on listening.
    public func hangUp() async {
        for channel in connections.withLock({ $0 }) {
            channel.close(mode: .output, promise: nil)
            channel.close(promise: nil)
            try? await channel.closeFuture.get()
        }
    }

    func answer(to request: StubRequest) -> StubReply {
        received.withLock { $0.append(request) }
        return reply(request)
    }

    private func accept(_ channel: any Channel) -> Int {
        connections.withLock { $0.append(channel) }
        return accepted.withLock { count in
            count += 1
            return count
        }
    }

    private func end() async {
        vanish()
        try? await group.shutdownGracefully()
        rmdir(directory)
    }
}
