import NIOCore

/// Pauses accepting for a moment when no file descriptor is left for another connection.
///
/// NIO's own handler only delays the next requested read; until one is requested, the event loop would retry
/// immediately and without end.
final class AcceptPause: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private static let pause = TimeAmount.milliseconds(250)

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is IOError {
            let channel = context.channel
            channel.setOption(.autoRead, value: false).whenSuccess {
                channel.eventLoop.scheduleTask(in: Self.pause) {
                    // A channel closed in the meantime accepts no options; that failure is ignored.
                    channel.setOption(.autoRead, value: true).whenFailure { _ in }
                }
            }
        }
        context.fireErrorCaught(error)
    }
}

@available(*, unavailable)
extension AcceptPause: Sendable {}
