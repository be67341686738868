import Localization
import NIOCore
import NIOHTTP1

/// Counts a connection and inserts its guard at the front of the pipeline.
///
/// The server itself only adds handlers behind the HTTP decoder.
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
            // A connection without a guard is not served.
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension GuardPlacement: Sendable {}
