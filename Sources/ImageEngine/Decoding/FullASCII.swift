internal import CImageRendering
internal import CZXing
internal import ImageDecoding

/// Full ASCII Code 39: pairs of a shift character and a letter represent the characters that Code 39 lacks (ISO/IEC
/// 16388, annex A).
enum FullASCII {
    /// The full ASCII text that `text` represents; nil when it contains no evidence of full ASCII.
    ///
    /// A leading plus alone is not evidence, because labels of the health industry begin with it.
    static func expand(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var hasLowerCase = false
        var index = 0
        while index < bytes.count {
            guard "$%/+".utf8.contains(bytes[index]) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            guard index + 1 < bytes.count, let value = value(of: bytes[index + 1], after: bytes[index]) else {
                return nil
            }
            hasLowerCase = hasLowerCase || (bytes[index] == UInt8(ascii: "+") && index > 0)
            result.append(value)
            index += 2
        }
        return hasLowerCase ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func value(of letter: UInt8, after shift: UInt8) -> UInt8? {
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { return nil }
        let order = letter - UInt8(ascii: "A")
        switch shift {
        case UInt8(ascii: "+"): return UInt8(ascii: "a") + order
        case UInt8(ascii: "$"): return 1 + order
        case UInt8(ascii: "/"):
            // A … O are `!` to `/`, Z is the colon.
            if order == 25 { return UInt8(ascii: ":") }
            return order < 15 ? UInt8(ascii: "!") + order : nil
        default:
            switch order {
            case 0...4: return 27 + order
            case 5...9: return UInt8(ascii: ";") + order - 5
            case 10...14: return UInt8(ascii: "[") + order - 10
            case 15...19: return UInt8(ascii: "{") + order - 15
            case 20: return 0
            case 21: return UInt8(ascii: "@")
            case 22: return UInt8(ascii: "`")
            default: return 127
            }
        }
    }
}

/// Finds the non-ASCII letters in a Code 128 read by libzbar.
///
/// Function 4, which selects the upper half of ISO 8859-1 for the next character, is lost in libzbar's result: `ü` is
/// returned as `|`, at any quality.
enum Latin1Check {
    /// Returns `reading` with corrected bytes if the second engine reads the same bars with function 4.
    static func correct(
        _ reading: CodeReading,
        in image: borrowing GreyImage
    ) throws(ImageDecodingError) -> CodeReading {
        guard let strip = try strip(around: reading, in: image),
            let other = try ZXingReader.readOneLinear(strip, wanted: 1 << ZXING_CODE_128.rawValue, lines: 1)
        else { return reading }
        // Both engines may omit function 1 or return it as a group separator, which does not affect letters.
        guard other.bytes.count == reading.bytes.count, other.bytes != reading.bytes,
            zip(other.bytes, reading.bytes).allSatisfy({ $0 & 0x7F == $1 & 0x7F })
        else { return reading }
        var corrected = reading
        corrected.bytes = other.bytes
        return corrected
    }

    /// A few rows from the middle of the code, including the white beside it, with the bars upright.
    private static func strip(
        around reading: CodeReading,
        in image: borrowing GreyImage
    ) throws(ImageDecodingError) -> GreyImage? {
        let xs = reading.corners.map(\.x)
        let ys = reading.corners.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
        let isUpright = reading.isUpright
        let (from, to) = isUpright ? (top, bottom) : (left, right)
        let margin = 8 + (to - from) / 8
        let along = max(from - margin, 0)..<min(to + margin, isUpright ? image.height : image.width)
        let middle = isUpright ? (left + right) / 2 : (top + bottom) / 2
        let across = max(middle - 7, 0)..<min(middle + 8, isUpright ? image.width : image.height)
        guard along.count > 20, !across.isEmpty else { return nil }
        let columns = isUpright ? across : along
        let rows = isUpright ? along : across
        let strip = try GreyImage(width: columns.count, height: rows.count)
        let (x, y) = (Int32(columns.lowerBound), Int32(rows.lowerBound))
        render_cut(image.picture, strip.pixels.baseAddress, x, y, Int32(columns.count), Int32(rows.count))
        guard isUpright else { return strip }
        let turned = try GreyImage(width: rows.count, height: columns.count)
        render_transposed(strip.picture, turned.pixels.baseAddress)
        return turned
    }
}
