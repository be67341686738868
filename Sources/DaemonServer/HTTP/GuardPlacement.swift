import NIOCore
import NIOHTTP1

/// Counts a connection, and puts its guard where the bytes come in: the server takes handlers for what was read from them only.
final class GuardPlacement: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let connections: Connections

    init(_ connections: Connections) { self.connections = connections }

    func handlerAdded(context: ChannelHandlerContext) {
        guard connections.take(context.channel) else { return context.close(promise: nil) }
        do {
            let limits = connections.limits
            let (pipeline, framing) = (context.pipeline.syncOperations, BodyFraming())
            try pipeline.addHandler(ConnectionGuard(limits: limits, framing: framing), position: .first)
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(framing, position: .after(decoder))
        } catch {
            // Without a guard there is no connection.
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension GuardPlacement: Sendable {}
