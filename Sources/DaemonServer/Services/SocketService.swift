import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Wire

/// Serves the routes on the Unix socket.
///
/// Hummingbird's own server cannot take a socket that is open already; its connections can be had without it.
struct SocketService: Service {
    let path: String
    /// Permissions of the socket, such as 0o660, when it is our own.
    let mode: mode_t
    /// The socket that systemd opened.
    let inherited: ListeningSocket?
    let answer: ConnectionAnswer
    let threads: MultiThreadedEventLoopGroup
    let logger: Logger
    /// Called once clients can connect.
    let whenReady: @Sendable () -> Void

    func run() async throws {
        let connections = HTTP1Channel(
            responder: answer.answer,
            configuration: ConnectionGuard.configuration(answer.connections)
        )
        let open = OpenConnections()
        let socket = try inherited ?? ListeningSocket(path: path, mode: mode)
        let server = try await ServerBootstrap(group: threads)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(socket.descriptor) { channel in
                open.add(channel)
                return connections.setup(channel: channel, logger: logger)
            }
        await withGracefulShutdownHandler {
            whenReady()
            await withDiscardingTaskGroup { group in
                do {
                    try await server.executeThenClose { arriving in
                        for try await connection in arriving {
                            group.addTask { await connections.handle(value: connection, logger: logger) }
                        }
                    }
                } catch {
                    logger.error("the socket takes no connections", metadata: ["reason": "\(error)"])
                }
            }
        } onGracefulShutdown: {
            server.channel.close(promise: nil)
            open.end()
        }
    }
}
