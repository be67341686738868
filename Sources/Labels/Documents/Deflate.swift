import CDeflate

/// Owns a libdeflate compressor, which compresses one piece after another.
final class Deflate {
    private let compressor: OpaquePointer
    /// Higher levels shrink content streams little and take much longer.
    private static let level: Int32 = 1

    init() throws(LabelError) {
        guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .drawing("out of memory") }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// Returns `bytes` compressed in the zlib format, which PDF calls FlateDecode.
    func compress(_ bytes: [UInt8]) throws(LabelError) -> [UInt8] {
        try pack(bytes.count) { room, output in
            libdeflate_zlib_compress(compressor, bytes, bytes.count, output, room)
        }
    }

    /// Returns the buffer compressed in the zlib format.
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
        // The zlib format is never empty, so an empty result means failure.
        guard !packed.isEmpty else { throw .drawing("nothing came out of the compressor") }
        return packed
    }
}
