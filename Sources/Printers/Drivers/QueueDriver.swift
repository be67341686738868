import CCups
import Glibc
import Labels

/// Owns CUPS's description of a queue's driver, its PPD, with the options marked that a job will have.
struct QueueDriver: ~Copyable {
    private let ppd: UnsafeMutablePointer<ppd_file_t>

    private static let pageSize = "PageSize"
    private static let resolution = "Resolution"
    private static let custom = "Custom"
    private static let raster = PrintDocument.Format.driver.rawValue
    /// Page dimensions that differ by less than this, in points, count as equal.
    private static let tolerance: Float = 0.5

    private let takesRaster: Bool

    /// Fetches the PPD; nil for a queue without one.
    init?(of queue: String, over http: OpaquePointer) {
        // cupsGetPPD3 connects to the host that the queue names, which may not be reachable although this connection
        // is.
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let file = cupsTempFd(&path, Int32(path.count))
        guard file >= 0 else { return nil }
        unlink(path)
        guard cupsGetFd(http, "/printers/\(queue).ppd", file) == HTTP_STATUS_OK, lseek(file, 0, SEEK_SET) == 0 else {
            close(file)
            return nil
        }
        // This closes the file.
        guard let ppd = ppdOpenFd(file) else { return nil }
        let filters = (0..<Int(ppd.pointee.num_filters)).compactMap { ppd.pointee.filters?[$0] }
        takesRaster = filters.contains { String(cString: $0).hasPrefix(Self.raster + " ") }
        self.ppd = ppd
        ppdMarkDefaults(ppd)
    }

    deinit { ppdClose(ppd) }

    /// Marks options of a job, by their names in IPP or in the PPD.
    func mark(_ count: CInt, _ options: UnsafeMutablePointer<cups_option_t>?) { cupsMarkOptions(ppd, count, options) }

    /// Marks the resolution; returns false if the driver does not offer it.
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

    /// Returns the raster format for the marked options; nil if the driver does not accept black or grey dots.
    func raster() -> DriverPage? {
        var header = cups_page_header2_t()
        guard takesRaster, cupsRasterInterpretPPD(&header, ppd, 0, nil, nil) == 0 else { return nil }
        return DriverPage(header, isColoured: ppd.pointee.color_device != 0)
    }

    /// Returns the page for `media` with the marked options: the one already marked, the driver's own, a custom size,
    /// or the nearest within the tolerance; nil if there is none.
    func page(_ media: LabelMedia) -> QueuePage? {
        let factor = PrintResolution.pointsPerInch / PrintResolution.millimetresPerInch
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
        // If several pages have the size, the queue's current one is used.
        let nearest =
            sizes.first { $0.marked != 0 && distance($0) <= Self.tolerance }
            ?? sizes.min { distance($0) < distance($1) }
        let (least, most) = (ppd.pointee.custom_min, ppd.pointee.custom_max)
        let isAnySize =
            ppd.pointee.variable_sizes != 0 && least.0 <= width && width <= most.0 && least.1 <= height
            && height <= most.1
        if isAnySize, nearest.map(distance) ?? .infinity > Self.tolerance {
            // Whole points, because Ghostscript rounds the page to them, but not its contents.
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
