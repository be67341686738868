import CCups
import Glibc

/// The one owner of what CUPS knows of the driver of a queue, its PPD, with the options marked that a job will have.
struct QueueDriver: ~Copyable {
    private let ppd: UnsafeMutablePointer<ppd_file_t>

    private static let pageSize = "PageSize"
    private static let resolution = "Resolution"
    private static let custom = "Custom"
    private static let raster = PrintDocument.Format.driver.rawValue
    /// Sides of a page that differ by less, in points, are the same one.
    private static let tolerance: Float = 0.5

    private let takesRaster: Bool

    /// Fetches it; nil for a queue without one.
    init?(of queue: String, over http: OpaquePointer) {
        // cupsGetPPD3 asks the host that the queue names, which need not be in reach where this connection goes.
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let file = cupsTempFd(&path, Int32(path.count))
        guard file >= 0 else { return nil }
        unlink(path)
        guard cupsGetFd(http, "/printers/\(queue).ppd", file) == HTTP_STATUS_OK, lseek(file, 0, SEEK_SET) == 0 else {
            close(file)
            return nil
        }
        // Closes the file.
        guard let ppd = ppdOpenFd(file) else { return nil }
        let filters = (0..<Int(ppd.pointee.num_filters)).compactMap { ppd.pointee.filters?[$0] }
        takesRaster = filters.contains { String(cString: $0).hasPrefix(Self.raster + " ") }
        self.ppd = ppd
        ppdMarkDefaults(ppd)
    }

    deinit { ppdClose(ppd) }

    /// Marks options of a job, by their names in IPP or in the PPD.
    func mark(_ count: CInt, _ options: UnsafeMutablePointer<cups_option_t>?) { cupsMarkOptions(ppd, count, options) }

    /// Marks how fine the dots are to be; false when the driver has no choice of that name.
    func mark(_ resolution: PrintResolution) -> Bool {
        guard let option = ppdFindOption(ppd, Self.resolution) else { return false }
        for index in 0..<Int(option.pointee.num_choices) {
            let name = Self.text(option.pointee.choices[index].choice)
            if name.hasSuffix("dpi"), PrintResolution(parsing: String(name.dropLast(3))) == resolution {
                ppdMarkOption(ppd, Self.resolution, name)
                return true
            }
        }
        return false
    }

    /// The raster that the marked options make; nil when the driver takes none in black or grey dots.
    func raster() -> DriverPage? {
        var header = cups_page_header2_t()
        guard takesRaster, cupsRasterInterpretPPD(&header, ppd, 0, nil, nil) == 0 else { return nil }
        return DriverPage(header, isColoured: ppd.pointee.color_device != 0)
    }

    /// The page for `media` as the marked options make it: the one marked already, the driver's own, one of any size, or
    /// the one that is nearly as large; nil when there is none.
    func page(_ media: LabelMedia) -> QueuePage? {
        let factor = DotGrid.pointsPerInch / DotGrid.millimetresPerInch
        let (width, height) = (Float(media.width * factor), Float(media.height * factor))
        func distance(_ size: ppd_size_t) -> Float { max(abs(size.width - width), abs(size.length - height)) }
        func page(_ name: String, _ width: Float, _ height: Float) -> QueuePage {
            ppdMarkOption(ppd, Self.pageSize, name)
            let paper = PaperSize(width: Double(width), height: Double(height))
            var options = [QueuePage.Option(name: Self.pageSize, value: name)]
            if let choice = ppdFindMarkedChoice(ppd, Self.resolution) {
                options.append(QueuePage.Option(name: Self.resolution, value: Self.text(choice.pointee.choice)))
            }
            return QueuePage(options: options, paper: paper, raster: raster())
        }
        let sizes = (0..<Int(ppd.pointee.num_sizes)).map { ppd.pointee.sizes[$0] }.filter {
            Self.name(of: $0) != Self.custom
        }
        // Of several pages of one size that one is meant which the queue has now.
        let nearest =
            sizes.first { $0.marked != 0 && distance($0) <= Self.tolerance }
            ?? sizes.min { distance($0) < distance($1) }
        let (least, most) = (ppd.pointee.custom_min, ppd.pointee.custom_max)
        let isAnySize =
            ppd.pointee.variable_sizes != 0 && least.0 <= width && width <= most.0 && least.1 <= height
            && height <= most.1
        if isAnySize, nearest.map(distance) ?? .infinity > Self.tolerance {
            // Whole points, to which Ghostscript rounds a page anyway, and then not with what is on it.
            let (width, height) = (width.rounded(), height.rounded())
            return page("\(Self.custom).\(Int(width))x\(Int(height))", width, height)
        }
        guard let nearest, Double(distance(nearest)) <= LabelMedia.tolerance * factor else { return nil }
        return page(Self.name(of: nearest), nearest.width, nearest.length)
    }

    private static func name(of size: ppd_size_t) -> String { text(size.name) }

    /// The text in an array of characters of C.
    private static func text<Characters>(_ characters: Characters) -> String {
        withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
