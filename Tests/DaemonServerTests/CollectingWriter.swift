import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization

/// Keeps what a response writes, and tells each piece as it comes.
final class CollectingWriter: ResponseBodyWriter, Sendable {
    private let written = Mutex<[UInt8]>([])
    private let stream: AsyncStream<String>.Continuation
    /// Each piece.
    let pieces: AsyncStream<String>

    init() { (pieces, stream) = AsyncStream.makeStream() }

    var bytes: [UInt8] { written.withLock { $0 } }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func write(_ buffer: ByteBuffer) async throws {
        written.withLock { $0 += buffer.readableBytesView }
        stream.yield(String(buffer: buffer))
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws { stream.finish() }
}
