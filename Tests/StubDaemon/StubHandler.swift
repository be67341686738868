import NIOCore
import NIOHTTP1

/// Gathers the requests of one connection and does what the stub says.
final class StubHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let stub: StubDaemon
    private let connection: Int
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(stub: StubDaemon, connection: Int) {
        self.stub = stub
        self.connection = connection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let part): body += part.readableBytesView
        case .end:
            guard let head else { return }
            let headers = head.headers.map { ($0.name.lowercased(), $0.value) }
            let request = StubRequest(
                method: head.method.rawValue,
                target: head.uri,
                headers: Dictionary(headers) { first, _ in first },
                body: body,
                connection: connection
            )
            perform(stub.answer(to: request), context: context)
        }
    }

    private func perform(_ reply: StubReply, context: ChannelHandlerContext) {
        switch reply {
        case .answer(let status, let type, let body):
            send(status, ["Content-Type": type], body, context: context)
        case .lastAnswer(let status, let type, let body):
            send(status, ["Content-Type": type, "Connection": "close"], body, context: context)
            hangUp(context: context)
        case .raw(let bytes):
            let raw = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
            raw?.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes)), promise: nil)
            hangUp(context: context)
        case .stream(let texts):
            stream(texts, context: context)
        case .brokenStream(let texts):
            stream(texts, context: context)
            hangUp(context: context)
        case .hangUp:
            hangUp(context: context)
        case .vanish:
            stub.vanish()
        case .silence:
            break
        }
    }

    private func hangUp(context: ChannelHandlerContext) {
        // A program that another test starts at this moment may hold the socket too: closing alone would not end it.
        context.close(mode: .output, promise: nil)
        context.close(promise: nil)
    }

    private func send(_ status: Int, _ headers: HTTPHeaders, _ body: [UInt8], context: ChannelHandlerContext) {
        var headers = headers
        headers.add(name: "Content-Length", value: String(body.count))
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func stream(_ texts: [String], context: ChannelHandlerContext) {
        let headers: HTTPHeaders = ["Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"]
        let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        for text in texts {
            let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text)))
            context.writeAndFlush(wrapOutboundOut(part), promise: nil)
        }
    }
}
