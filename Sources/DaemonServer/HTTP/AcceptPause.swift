import NIOCore

/// Stops taking connections for a moment when there is no descriptor left for another one.
///
/// NIO's own handler delays the next read only once somebody asks for one; until then the event loop would try again at once,
/// for ever.
final class AcceptPause: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let pause = TimeAmount.milliseconds(250)

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is IOError {
            let channel = context.channel
            channel.setOption(.autoRead, value: false).whenSuccess {
                channel.eventLoop.scheduleTask(in: Self.pause) {
                    // A channel that was closed meanwhile takes nothing any more.
                    channel.setOption(.autoRead, value: true).whenFailure { _ in }
                }
            }
        }
        context.fireErrorCaught(error)
    }
}

@available(*, unavailable)
extension AcceptPause: Sendable {}
