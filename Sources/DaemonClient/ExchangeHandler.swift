import NIOCore
import NIOHTTP1

/// Sends one request at a time and collects its response, with limits on size and time.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = Exchange
    typealias OutboundOut = HTTPClientRequestPart

    private let longestAnswer: Int
    private var current: Exchange?
    private var head: HTTPResponseHead?
    private var body = ByteBuffer()
    private var alarm: Scheduled<Void>?

    /// Creates a handler.
    ///
    /// - Parameter longestAnswer: the maximum size of a body, in bytes.
    init(longestAnswer: Int) { self.longestAnswer = longestAnswer }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let exchange = unwrapOutboundIn(data)
        guard current == nil, context.channel.isActive else {
            exchange.answer.fail(ExchangeFault.lost)
            promise?.fail(ExchangeFault.lost)
            return
        }
        current = exchange
        let limit = TimeAmount(exchange.request.timeLimit)
        alarm = context.eventLoop.assumeIsolated().scheduleTask(in: limit) {
            self.fail(.timedOut, context: context)
        }
        context.write(wrapOutboundOut(.head(exchange.request.head)), promise: nil)
        if let bytes = exchange.request.body { context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard current != nil else { return fail(.malformed("a response without a request"), context: context) }
            self.head = head
        case .body(var part):
            guard body.readableBytes + part.readableBytes <= longestAnswer else {
                return fail(.answerTooLong, context: context)
            }
            body.writeBuffer(&part)
        case .end:
            succeed(context: context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.lost, context: context)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error as? HTTPParserError {
        // The connection ended within a response.
        case .invalidEOFState, nil: fail(.lost, context: context)
        case .some: fail(.malformed("it is not HTTP"), context: context)
        }
    }

    private func succeed(context: ChannelHandlerContext) {
        guard let exchange = current, let head else { return }
        let answer = DaemonAnswer(head: head, body: body)
        reset()
        // The channel is closed before the caller continues, so that the next request does not use this connection.
        if !head.isKeepAlive { context.close(promise: nil) }
        exchange.answer.succeed(answer)
    }

    private func fail(_ fault: ExchangeFault, context: ChannelHandlerContext) {
        let exchange = current
        reset()
        context.close(promise: nil)
        exchange?.answer.fail(fault)
    }

    private func reset() {
        alarm?.cancel()
        alarm = nil
        current = nil
        head = nil
        body = ByteBuffer()
    }
}
