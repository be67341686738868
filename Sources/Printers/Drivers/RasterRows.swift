import Labels

/// Rows of dots in PWG raster and version 2 of CUPS raster (PWG 5102.4, 4.4): the repeat count of a row, then its bytes
/// in runs.
enum RasterRows {
    /// The representation of a dot.
    enum Dots: Sendable, Hashable {
        /// One bit; 1 is black.
        case black
        /// One bit; 1 is white.
        case white
        /// One byte; 255 is black.
        case darkness
        /// One byte; 255 is white.
        case light
        /// One byte each of red, green and blue; 255 is white.
        case colours

        var bits: Int {
            switch self {
            case .black, .white: 1
            case .darkness, .light: 8
            case .colours: 24
            }
        }

        /// The number of bytes in one unit of a run.
        fileprivate var unit: Int { max(1, bits / 8) }

        func bytesPerLine(_ width: Int) -> Int { (width * bits + 7) / 8 }
    }

    /// Appends `width` dots of `height` rows, beginning at `left` and `top` of the page.
    ///
    /// Outside the page is white.
    static func append(
        _ page: LabelRaster,
        left: Int = 0,
        top: Int = 0,
        width: Int,
        height: Int,
        as dots: Dots,
        to bytes: inout [UInt8]
    ) {
        var y = 0
        while y < height {
            var end = y + 1
            while end < height, end - y < 256, page.rowsAreEqual(top + y, top + end) { end += 1 }
            bytes.append(UInt8(end - y - 1))
            append(line(page, left, top + y, width, dots), of: dots.unit, to: &bytes)
            y = end
        }
    }

    /// Returns a row with one byte for each dot, or for eight dots.
    private static func line(_ page: LabelRaster, _ left: Int, _ y: Int, _ width: Int, _ dots: Dots) -> [UInt8] {
        switch dots {
        case .black where left == 0 && width == page.width && y >= 0 && y < page.height:
            return Array(page.rows[(y * page.stride)..<((y + 1) * page.stride)])
        case .black, .white:
            var line = [UInt8](repeating: dots == .black ? 0 : 255, count: (width + 7) / 8)
            for x in 0..<width where page.isBlack(left + x, y) { line[x / 8] ^= 0x80 >> UInt8(x % 8) }
            return line
        case .darkness, .light, .colours:
            let (black, white): (UInt8, UInt8) = dots == .darkness ? (255, 0) : (0, 255)
            return (0..<width).map { page.isBlack(left + $0, y) ? black : white }
        }
    }

    /// Appends `line` in runs; each of its bytes is written `unit` times.
    private static func append(_ line: [UInt8], of unit: Int, to bytes: inout [UInt8]) {
        var index = 0
        while index < line.count {
            var end = index + 1
            while end < line.count, end - index < 128, line[end] == line[index] { end += 1 }
            if end - index > 1 || end == line.count {
                bytes.append(UInt8(end - index - 1))
                bytes += repeatElement(line[index], count: unit)
                index = end
                continue
            }
            // Differing bytes are copied up to the beginning of the next run.
            while end < line.count, end - index < 128, end + 1 == line.count || line[end] != line[end + 1] { end += 1 }
            if end - index == 1 {
                bytes.append(0)
                bytes += repeatElement(line[index], count: unit)
            } else {
                bytes.append(UInt8(257 - (end - index)))
                for byte in line[index..<end] { bytes += repeatElement(byte, count: unit) }
            }
            index = end
        }
    }
}

extension LabelRaster {
    /// Whether two rows are equal.
    ///
    /// Rows outside the page are white.
    fileprivate func rowsAreEqual(_ first: Int, _ second: Int) -> Bool {
        func row(_ y: Int) -> ArraySlice<UInt8>? {
            y >= 0 && y < height ? rows[(y * stride)..<((y + 1) * stride)] : nil
        }
        switch (row(first), row(second)) {
        case (let first?, let second?): return first.elementsEqual(second)
        case (nil, nil): return true
        case (let row?, nil), (nil, let row?): return row.allSatisfy { $0 == 0 }
        }
    }
}
