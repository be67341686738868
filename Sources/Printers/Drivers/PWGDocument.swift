public import Labels

/// Labels as PWG raster (PWG 5102.4), with one bit for each dot, or eight for printers that do not support one.
public enum PWGDocument {
    /// The dot formats, with their PWG names.
    private static let names: [(name: String, dots: RasterRows.Dots)] = [("black_1", .black), ("sgray_8", .light)]
    private static let headerLength = 1_796

    /// Whether `printer` reports support for one of these formats.
    static func canPrint(on printer: LabelPrinter) -> Bool { dots(of: printer) != nil }

    /// Returns the pages in a dot format that `printer` accepts; black if it reports none, as behind a queue that
    /// cannot query it.
    ///
    /// Throws ``PrintError/formUnknown(printer:)`` if it reports formats and accepts neither black nor grey dots.
    public static func of(_ pages: [LabelRaster], for printer: LabelPrinter) throws(PrintError) -> PrintDocument {
        guard let dots = dots(of: printer) ?? (printer.rasterTypes.isEmpty ? .black : nil) else {
            throw .formUnknown(printer: printer.name)
        }
        var bytes = Array("RaS2".utf8)
        for page in pages {
            bytes += header(of: page, dots, pages: pages.count)
            RasterRows.append(page, width: page.width, height: page.height, as: dots, to: &bytes)
        }
        return PrintDocument(bytes: bytes, format: .pwg)
    }

    private static func dots(of printer: LabelPrinter) -> RasterRows.Dots? {
        names.first { printer.rasterTypes.contains($0.name) }?.dots
    }

    /// Returns the header of a page.
    ///
    /// The numbers are the offsets in table 4 of PWG 5102.4, 4.3.2.
    private static func header(of page: LabelRaster, _ dots: RasterRows.Dots, pages: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: headerLength)
        func put(_ value: Int, at offset: Int) {
            let value = UInt32(clamping: value).bigEndian
            withUnsafeBytes(of: value) { header.replaceSubrange(offset..<(offset + 4), with: $0) }
        }
        header.replaceSubrange(0..<9, with: Array("PwgRaster".utf8))
        put(page.resolution.across, at: 276)
        put(page.resolution.along, at: 280)
        // The size in points.
        put((page.width * 72 + page.resolution.across / 2) / page.resolution.across, at: 352)
        put((page.height * 72 + page.resolution.along / 2) / page.resolution.along, at: 356)
        put(page.width, at: 372)
        put(page.height, at: 376)
        put(dots.bits, at: 384)
        put(dots.bits, at: 388)
        put(dots.bytesPerLine(page.width), at: 392)
        // The colour space: black, where higher is darker, or sGray, where higher is lighter.
        put(dots == .black ? 3 : 18, at: 400)
        put(1, at: 420)
        put(pages, at: 452)
        put(1, at: 456)
        put(1, at: 460)
        return header
    }
}
