import HummingbirdCore
import Localization
import NIOCore
import Wire
import WireResources

/// Closes connections of clients that send a request byte by byte or do not read their response.
///
/// The idle timeout of the connection handles a client that sends nothing at all.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let limits: ConnectionLimits
    /// When the first byte of the current request arrived.
    private var began: NIODeadline?
    private var received = 0
    private var patience: Scheduled<Void>?
    private let framing: BodyFraming
    private var isRefused = false

    init(limits: ConnectionLimits, framing: BodyFraming = BodyFraming()) {
        self.limits = limits
        self.framing = framing
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        let now = context.eventLoop.now
        let start = began ?? now
        began = start
        let count = unwrapInboundIn(data).readableBytes
        received += count
        let allowed = limits.requestTime + .milliseconds(Int64(received / limits.slowestBytesPerMillisecond))
        guard now - start <= allowed else { return context.close(promise: nil) }
        framing.counting(count) { context.fireChannelRead(data) }
        if framing.excess > limits.longestExtensions { refuse(context) }
    }

    /// Answers the request with status 400 while it is still being read, and closes the connection.
    private func refuse(_ context: ChannelHandlerContext) {
        isRefused = true
        let most = limits.longestExtensions
        let detail = Message(
            "cannot take the request: its chunk extensions have more than \(most, "limit") bytes; send it without them"
        )
        // The headers are not parsed yet, so the language of the caller is not known.
        let problem = Problem(RequestFailure(.invalidRequest, detail), by: .english(.plain))
        let document = (try? WireCoding.encode(problem)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let answer = ByteBuffer(
            string: "HTTP/1.1 400 Bad Request\r\nContent-Type: \(Problem.mediaType)\r\n"
                + "Content-Length: \(document.utf8.count)\r\nConnection: close\r\n\r\n\(document)"
        )
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(answer)).whenComplete { _ in channel.close(promise: nil) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // The request is being answered, so the next byte begins another one.
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

    /// The configuration of each connection: this guard comes before every handler that reads a request.
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
