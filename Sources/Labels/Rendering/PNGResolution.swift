/// Puts the resolution into a PNG, which Cairo leaves out, so that it prints at its size.
enum PNGResolution {
    /// Signature and header chunk: the resolution must stand before the picture data.
    private static let headerBytes = 8 + 25

    /// Inserts the chunk `pHYs` of the PNG specification, section 11.3.5.3, after the header.
    static func stamp(_ png: [UInt8], dotsPerInch: Int) throws(LabelError) -> [UInt8] {
        guard png.count > headerBytes else { throw .drawing("no PNG") }
        let dotsPerMetre = UInt32((Double(dotsPerInch) / DotGrid.millimetresPerInch * 1_000).rounded())
        let body = Array("pHYs".utf8) + bytes(dotsPerMetre) + bytes(dotsPerMetre) + [1]
        let chunk = bytes(UInt32(body.count - 4)) + body + bytes(checksum(of: body))
        return png[..<headerBytes] + chunk + png[headerBytes...]
    }

    private static func bytes(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }

    /// CRC-32 as the PNG specification defines it in annex D.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
