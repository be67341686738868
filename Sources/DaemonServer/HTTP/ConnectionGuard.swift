import HummingbirdCore
import NIOCore

/// Ends connections of clients that never come to an end themselves: that send a request byte by byte, or do not take
/// their answer.
///
/// A client that sends nothing at all is ended by the idle time of the connection.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let limits: ConnectionLimits
    /// When the first byte of the request came that is being sent.
    private var began: NIODeadline?
    private var received = 0
    private var patience: Scheduled<Void>?

    init(limits: ConnectionLimits) { self.limits = limits }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let now = context.eventLoop.now
        let start = began ?? now
        began = start
        received += unwrapInboundIn(data).readableBytes
        let allowed = limits.requestTime + .milliseconds(Int64(received / limits.slowestBytesPerMillisecond))
        guard now - start <= allowed else { return context.close(promise: nil) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // It is being answered: the next byte that comes begins another request.
        began = nil
        received = 0
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        patience?.cancel()
        patience = nil
        if !context.channel.isWritable {
            let channel = context.channel
            patience = context.eventLoop.scheduleTask(in: limits.answerTime) { channel.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        patience?.cancel()
        patience = nil
        context.fireChannelInactive()
    }

    /// What a connection is set up with: this guard before everything that reads a request.
    static func configuration(_ connections: Connections) -> HTTP1Channel.Configuration {
        let limits = connections.limits
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [GuardPlacement(connections)],
            idleTimeout: limits.idleTime,
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: limits.longestHeader,
                maxHeaderListSize: limits.longestHeader,
                maxHeaderFieldCount: limits.mostHeaders
            )
        )
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
