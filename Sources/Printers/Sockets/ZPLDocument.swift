public import Labels

/// Labels in ZPL II, each as one image (`^GFA`, ZPL II Programming Guide), so that every dot is determined here.
///
/// Darkness, speed and the position of the label on the roll are left to the printer's settings.
public enum ZPLDocument {
    /// Returns one format for each page, printed `copies` times.
    public static func of(_ pages: [LabelRaster], copies: Int = 1) -> PrintDocument {
        var bytes: [UInt8] = []
        for page in pages { append(page, copies, to: &bytes) }
        return PrintDocument(bytes: bytes, format: .raw)
    }

    private static func append(_ page: LabelRaster, _ copies: Int, to bytes: inout [UInt8]) {
        let stride = (page.width + 7) / 8
        let size = stride * page.height
        bytes += Array("^XA^PON^PMN^LH0,0^PW\(page.width)^LL\(page.height)^FO0,0^GFA,\(size),\(size),\(stride),".utf8)
        var previous: ArraySlice<UInt8>?
        for y in 0..<page.height {
            let row = page.rows[(y * stride)..<((y + 1) * stride)]
            if let previous, previous.elementsEqual(row) {
                bytes.append(UInt8(ascii: ":"))
            } else {
                append(row, to: &bytes)
            }
            previous = row
        }
        bytes += Array("^FS^PQ\(copies)^XZ\n".utf8)
    }

    /// Appends a row as hexadecimal digits.
    ///
    /// Runs are abbreviated, and a uniform end of a row is one character.
    private static func append(_ row: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        let digits = row.flatMap { [$0 >> 4, $0 & 15] }
        var index = 0
        while index < digits.count {
            let digit = digits[index]
            var end = index
            while end < digits.count, digits[end] == digit { end += 1 }
            if end == digits.count, digit == 0 || digit == 15 {
                bytes.append(UInt8(ascii: digit == 0 ? "," : "!"))
                return
            }
            append(end - index, of: digit, to: &bytes)
            index = end
        }
    }

    /// G to Y repeat the next digit 1 to 19 times, g to z 20 to 400 times in steps of twenty.
    private static func append(_ count: Int, of digit: UInt8, to bytes: inout [UInt8]) {
        let character = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
        var rest = count
        while rest > 0 {
            let part = min(rest, 419)
            rest -= part
            if part > 1 {
                if part >= 20 { bytes.append(UInt8(ascii: "g") + UInt8(part / 20 - 1)) }
                if part % 20 > 0 { bytes.append(UInt8(ascii: "G") + UInt8(part % 20 - 1)) }
            }
            bytes.append(character)
        }
    }
}
