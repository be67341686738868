/// Labels as PWG raster (PWG 5102.4), in dots of one bit, or of eight for printers that know no other.
public enum PWGDocument {
    /// What a page is made of, by its PWG name.
    private enum Dots: String {
        case black = "black_1"
        case grey = "sgray_8"
    }

    private static let headerLength = 1_796

    /// Whether `printer` says that it takes what this makes.
    static func canPrint(on printer: LabelPrinter) -> Bool { dots(of: printer) != nil }

    /// The pages in the dots that `printer` takes: black ones where it does not say, as behind a queue that cannot ask.
    ///
    /// Throws ``PrintError/formUnknown(printer:)`` for one that says so and takes neither black nor grey ones.
    public static func of(_ pages: [LabelRaster], for printer: LabelPrinter) throws(PrintError) -> PrintDocument {
        guard let dots = dots(of: printer) ?? (printer.rasterTypes.isEmpty ? .black : nil) else {
            throw .formUnknown(printer: printer.name)
        }
        var bytes = Array("RaS2".utf8)
        for page in pages {
            bytes += header(of: page, dots, pages: pages.count)
            append(page, dots, to: &bytes)
        }
        return PrintDocument(bytes: bytes, format: .pwg)
    }

    private static func dots(of printer: LabelPrinter) -> Dots? {
        if printer.rasterTypes.contains(Dots.black.rawValue) { return .black }
        return printer.rasterTypes.contains(Dots.grey.rawValue) ? .grey : nil
    }

    /// The header of a page; the numbers are the offsets of table 4 of PWG 5102.4, 4.3.2.
    private static func header(of page: LabelRaster, _ dots: Dots, pages: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: headerLength)
        func put(_ value: Int, at offset: Int) {
            let value = UInt32(clamping: value).bigEndian
            withUnsafeBytes(of: value) { header.replaceSubrange(offset..<(offset + 4), with: $0) }
        }
        header.replaceSubrange(0..<9, with: Array("PwgRaster".utf8))
        let bits = dots == .black ? 1 : 8
        put(page.resolution.across, at: 276)
        put(page.resolution.along, at: 280)
        // In points.
        put((page.width * 72 + page.resolution.across / 2) / page.resolution.across, at: 352)
        put((page.height * 72 + page.resolution.along / 2) / page.resolution.along, at: 356)
        put(page.width, at: 372)
        put(page.height, at: 376)
        put(bits, at: 384)
        put(bits, at: 388)
        put(bytesPerLine(of: page, dots), at: 392)
        // Black, where more is darker, or sGray, where more is lighter.
        put(dots == .black ? 3 : 18, at: 400)
        put(1, at: 420)
        put(pages, at: 452)
        put(1, at: 456)
        put(1, at: 460)
        return header
    }

    private static func bytesPerLine(of page: LabelRaster, _ dots: Dots) -> Int {
        dots == .black ? (page.width + 7) / 8 : page.width
    }

    /// Rows, each with how often it follows again, then as runs (PWG 5102.4, 4.4).
    private static func append(_ page: LabelRaster, _ dots: Dots, to bytes: inout [UInt8]) {
        let stride = (page.width + 7) / 8
        var y = 0
        while y < page.height {
            let row = page.rows[(y * stride)..<((y + 1) * stride)]
            var end = y + 1
            while end < page.height, end - y < 256, page.rows[(end * stride)..<((end + 1) * stride)].elementsEqual(row)
            {
                end += 1
            }
            bytes.append(UInt8(end - y - 1))
            append(line(row, page.width, dots), to: &bytes)
            y = end
        }
    }

    private static func line(_ row: ArraySlice<UInt8>, _ width: Int, _ dots: Dots) -> [UInt8] {
        guard dots == .grey else { return Array(row) }
        return (0..<width).map { row[row.startIndex + $0 / 8] & 0x80 >> UInt8($0 % 8) == 0 ? 255 : 0 }
    }

    private static func append(_ line: [UInt8], to bytes: inout [UInt8]) {
        var index = 0
        while index < line.count {
            var end = index + 1
            while end < line.count, end - index < 128, line[end] == line[index] { end += 1 }
            if end - index > 1 || end == line.count {
                bytes += [UInt8(end - index - 1), line[index]]
                index = end
                continue
            }
            // What differs goes as it is, up to where the next run begins.
            while end < line.count, end - index < 128, end + 1 == line.count || line[end] != line[end + 1] { end += 1 }
            if end - index == 1 {
                bytes += [0, line[index]]
            } else {
                bytes.append(UInt8(257 - (end - index)))
                bytes += line[index..<end]
            }
            index = end
        }
    }
}
