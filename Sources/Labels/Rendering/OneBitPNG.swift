import CDeflate

/// Writes PNG files with one bit per dot (W3C PNG specification, third edition).
enum OneBitPNG {
    static func file(of raster: LabelRaster) throws(LabelError) -> [UInt8] {
        // Each row begins with its filter type, none. In a greyscale PNG, 1 is white.
        var data: [UInt8] = []
        data.reserveCapacity((raster.stride + 1) * raster.height)
        for y in 0..<raster.height {
            data.append(0)
            for byte in raster.rows[y * raster.stride..<(y + 1) * raster.stride] { data.append(~byte) }
        }
        let header = number(raster.width) + number(raster.height) + [1, 0, 0, 0, 0]
        let size =
            number(perMetre(raster.resolution.across)) + number(perMetre(raster.resolution.along)) + [1]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("pHYs", size)
            + chunk("IDAT", try Deflate().compress(data)) + chunk("IEND", [])
    }

    private static func chunk(_ kind: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(kind.utf8) + body
        return number(body.count) + named + number(Int(libdeflate_crc32(0, named, named.count)))
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func perMetre(_ dotsPerInch: Int) -> Int {
        Int((Double(dotsPerInch) / PrintResolution.millimetresPerInch * 1_000).rounded())
    }
}
