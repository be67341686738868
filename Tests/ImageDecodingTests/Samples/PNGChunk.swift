/// The check sums of PNG chunks, for headers that are changed on purpose.
enum PNGChunk {
    /// Writes the right check sum behind the header chunk of `png`.
    static func repairHeader(_ png: inout [UInt8]) {
        let sum = crc32(png[12..<29])
        png.replaceSubrange(29..<33, with: (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) })
    }

    private static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in (value >> 1) ^ (value & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
    }
}
