import CZlib

/// The one owner of a zlib stream, which compresses one piece after the other.
final class Deflate {
    private let stream: UnsafeMutablePointer<z_stream>
    /// More makes content streams hardly smaller and takes much longer.
    private static let level: Int32 = 1

    init() throws(LabelError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard outguide_deflate_init(stream, Self.level) == Z_OK else {
            stream.deallocate()
            throw .drawing("out of memory")
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// `bytes` in the zlib format, which PDF calls FlateDecode.
    func compress(_ bytes: [UInt8]) throws(LabelError) -> [UInt8] {
        guard deflateReset(stream) == Z_OK else { throw .drawing("zlib lost its state") }
        var bytes = bytes
        let room = Int(deflateBound(stream, UInt(bytes.count)))
        var status = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            bytes.withUnsafeMutableBufferPointer { input in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(room)
                status = deflate(stream, Z_FINISH)
                count = room - Int(stream.pointee.avail_out)
            }
        }
        guard status == Z_STREAM_END else { throw .drawing("zlib did not end") }
        return packed
    }
}
