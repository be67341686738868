import NIOCore
import NIOHTTP1

/// Counts the bytes between the chunks of a body that are not part of the body: chunk extensions (RFC 9112, section
/// 7.1.1), which the daemon does not use and whose length is unbounded.
///
/// The handler sits behind the HTTP decoder and passes everything on.
final class BodyFraming: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Bytes that frame a chunk without extensions: its size in hexadecimal digits, and two line ends.
    private static let ofChunk = 20

    private var isInBody = false
    private var isAtEdge = false
    private var expected = 0

    /// Bytes of the current request that were neither its body nor the framing of the body.
    ///
    /// Bytes that arrive together with the head or the end of a request are not counted, because they may belong to
    /// other requests.
    private(set) var excess = 0

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            (isInBody, isAtEdge, excess) = (true, true, 0)
        case .body(let bytes): expected += bytes.readableBytes + Self.ofChunk
        case .end: (isInBody, isAtEdge) = (false, true)
        }
        context.fireChannelRead(data)
    }

    /// Runs `pass`, which hands `count` bytes to the decoder, and counts those that the decoder did not pass on as
    /// body.
    func counting(_ count: Int, _ pass: () -> Void) {
        isAtEdge = !isInBody
        expected = 0
        pass()
        if !isAtEdge { excess = max(0, excess + count - expected) }
    }
}

@available(*, unavailable)
extension BodyFraming: Sendable {}
