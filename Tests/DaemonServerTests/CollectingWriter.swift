import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization

/// Keeps what a response writes, and tells each piece as it comes.
final class CollectingWriter: ResponseBodyWriter, Sendable {
    private let written = Mutex("")
    private let stream: AsyncStream<String>.Continuation
    /// Each piece.
    let pieces: AsyncStream<String>

    init() { (pieces, stream) = AsyncStream.makeStream() }

    var text: String { written.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        let piece = String(buffer: buffer)
        written.withLock { $0 += piece }
        stream.yield(piece)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws { stream.finish() }
}
