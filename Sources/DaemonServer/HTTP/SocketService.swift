import DaemonServices
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Wire

/// Serves the routes on the Unix socket, and recreates the socket when its file is removed.
///
/// Hummingbird's server cannot use a socket that is already open, but its connection handling is available without
/// it.
struct SocketService: Service {
    private typealias Server = NIOAsyncChannel<HTTP1Channel.Value, Never>

    let path: String
    /// Permissions of a socket that the daemon creates itself, such as 0o660.
    let mode: mode_t
    /// The socket passed by systemd.
    let inherited: ListeningSocket?
    let answer: ConnectionAnswer
    let threads: MultiThreadedEventLoopGroup
    let logger: Logger
    /// How often the service checks that the socket file still exists.
    var interval = Duration.seconds(1)
    /// Called when clients can connect, and again for each recreated socket.
    let whenServed: @Sendable () -> Void
    /// Called once, when clients can connect.
    let whenReady: @Sendable () -> Void

    func run() async throws {
        let open = OpenConnections()
        let servers = Mutex<[any Channel]>([])
        let first = try await server(on: try inherited ?? ListeningSocket(path: path, mode: mode), open)
        servers.withLock { $0.append(first.channel) }
        await withGracefulShutdownHandler {
            whenServed()
            whenReady()
            await withDiscardingTaskGroup { group in
                group.addTask { await serve(first) }
                await replaceWhenRemoved { socket in
                    let next = try await server(on: socket, open)
                    servers.withLock { $0.append(next.channel) }
                    group.addTask { await serve(next) }
                    whenServed()
                }
            }
        } onGracefulShutdown: {
            for server in servers.withLock({ $0 }) { server.close(promise: nil) }
            open.end()
        }
    }

    private func server(on socket: ListeningSocket, _ open: OpenConnections) async throws -> Server {
        let connections = HTTP1Channel(
            responder: answer.answer,
            configuration: ConnectionGuard.configuration(answer.connections)
        )
        return try await ServerBootstrap(group: threads)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(AcceptPause()) }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(socket.descriptor) { channel in
                open.add(channel)
                return connections.setup(channel: channel, logger: logger)
            }
    }

    private func serve(_ server: Server) async {
        let connections = HTTP1Channel(
            responder: answer.answer,
            configuration: ConnectionGuard.configuration(answer.connections)
        )
        await withDiscardingTaskGroup { group in
            do {
                try await server.executeThenClose { arriving in
                    for try await connection in arriving {
                        let loop = EventLoopExecutor(connection.channel.eventLoop)
                        group.addTask(executorPreference: loop) {
                            await connections.handle(value: connection, logger: logger)
                        }
                    }
                }
            } catch {
                logger.error("the socket takes no connections", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// Checks until the daemon stops whether the socket file exists, and passes a recreated socket to `use`.
    ///
    /// A file that another program put in its place is left alone, and so is a socket owned by systemd;
    /// ``Environment`` reports both.
    private func replaceWhenRemoved(_ use: (ListeningSocket) async throws -> Void) async {
        var isReported = false
        while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }) != nil {
            guard inherited == nil, access(path, F_OK) != 0, errno == ENOENT else {
                isReported = false
                continue
            }
            do {
                try await use(try ListeningSocket(path: path, mode: mode))
                logger.warning("the socket was removed, and is made anew", metadata: ["socket": "\(path)"])
            } catch {
                if !isReported { logger.error("cannot make the socket anew", metadata: ["reason": "\(error)"]) }
                isReported = true
            }
        }
    }
}
