import CDeflate

/// The one owner of a libdeflate compressor, which compresses one piece after the other.
final class Deflate {
    private let compressor: OpaquePointer
    /// More makes content streams hardly smaller and takes much longer.
    private static let level: Int32 = 1

    init() throws(LabelError) {
        guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .drawing("out of memory") }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// `bytes` in the zlib format, which PDF calls FlateDecode.
    func compress(_ bytes: [UInt8]) throws(LabelError) -> [UInt8] {
        try pack(bytes.count) { room, output in
            libdeflate_zlib_compress(compressor, bytes, bytes.count, output, room)
        }
    }

    /// The same of bytes that somebody lends.
    func compress(_ bytes: UnsafeBufferPointer<UInt8>) throws(LabelError) -> [UInt8] {
        try pack(bytes.count) { room, output in
            libdeflate_zlib_compress(compressor, bytes.baseAddress, bytes.count, output, room)
        }
    }

    private func pack(
        _ count: Int,
        _ compress: (Int, UnsafeMutablePointer<UInt8>?) -> Int
    ) throws(LabelError) -> [UInt8] {
        let room = libdeflate_zlib_compress_bound(compressor, count)
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = compress(room, output.baseAddress)
        }
        // Nothing is never the zlib format of anything.
        guard !packed.isEmpty else { throw .drawing("nothing came out of the compressor") }
        return packed
    }
}
