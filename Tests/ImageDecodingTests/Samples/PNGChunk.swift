/// The chunks of PNG files and their check sums, for files that are changed on purpose.
enum PNGChunk {
    /// Writes the right check sum behind the header chunk of `png`.
    static func repairHeader(_ png: inout [UInt8]) {
        png.replaceSubrange(29..<33, with: big32(crc32(png[12..<29])))
    }

    /// A whole chunk: length, name, data, check sum.
    static func make(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return big32(UInt32(data.count)) + body + big32(crc32(body))
    }

    /// The chunks of `png` as their names and data.
    static func split(_ png: [UInt8]) -> [(name: String, data: [UInt8])] {
        var chunks: [(name: String, data: [UInt8])] = []
        var at = 8
        while at + 12 <= png.count {
            let length = png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
            guard at + 12 + length <= png.count else { break }
            let name = String(decoding: png[at + 4..<at + 8], as: UTF8.self)
            chunks.append((name, Array(png[at + 8..<at + 8 + length])))
            at += 12 + length
        }
        return chunks
    }

    /// A PNG file of these chunks, each with the right check sum.
    static func join(_ chunks: [(name: String, data: [UInt8])]) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunks.flatMap { make($0.name, $0.data) }
    }

    private static func big32(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }

    private static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in (value >> 1) ^ (value & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
    }
}
