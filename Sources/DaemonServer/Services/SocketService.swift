import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOPosix
import ServiceLifecycle
import Wire

/// Serves the routes on the Unix socket.
struct SocketService: Service {
    let path: String
    /// Permissions of the socket, such as 0o660.
    let mode: mode_t
    let responder: RouterResponder<PeerContext>
    let threads: MultiThreadedEventLoopGroup
    let logger: Logger
    /// Called once clients can connect.
    let whenReady: @Sendable () -> Void

    func run() async throws {
        let responder = responder
        let logger = logger
        let peers = ConnectionPeers()
        let server = try HTTPServerBuilder.http1().buildServer(
            configuration: ServerConfiguration(address: .unixDomainSocket(path: path)),
            eventLoopGroup: threads,
            logger: logger
        ) { request, writer, channel in
            let response: Response
            do {
                let peer = try await peers.peer(of: channel)
                let context = PeerContext(source: PeerContext.Source(logger: logger, peer: peer))
                response = try await responder.respond(to: request, context: context)
            } catch {
                response = try Response(Problem(describing: error, path: request.uri.path))
            }
            try await writer.write(response: response.head, body: response.body)
        } onServerRunning: { _ in
            chmod(path, mode)
            whenReady()
        }
        try await server.run()
    }
}
