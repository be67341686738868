import CCups
import Glibc

/// The one owner of what CUPS knows of the driver of a queue, its PPD, with the options marked that a job will have.
struct QueueDriver: ~Copyable {
    private let ppd: UnsafeMutablePointer<ppd_file_t>

    private static let raster = PrintDocument.Format.driver.rawValue
    /// Sides of a page that differ by less, in points, are the same one.
    private static let tolerance: Float = 0.5

    /// Fetches it; nil for a queue without one, and for one whose driver takes no raster.
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
        guard filters.contains(where: { String(cString: $0).hasPrefix(Self.raster + " ") }) else {
            ppdClose(ppd)
            return nil
        }
        self.ppd = ppd
        ppdMarkDefaults(ppd)
    }

    deinit { ppdClose(ppd) }

    /// Marks options of a job, by their names in IPP or in the PPD.
    func mark(_ count: CInt, _ options: UnsafeMutablePointer<cups_option_t>?) { cupsMarkOptions(ppd, count, options) }

    /// Marks how fine the dots are to be; false when the driver has no choice of that name.
    func mark(_ resolution: PrintResolution) -> Bool {
        guard let option = ppdFindOption(ppd, "Resolution") else { return false }
        for index in 0..<Int(option.pointee.num_choices) {
            let name = withUnsafePointer(to: &option.pointee.choices[index].choice) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                    String(cString: $0)
                }
            }
            if name.hasSuffix("dpi"), PrintResolution(parsing: String(name.dropLast(3))) == resolution {
                ppdMarkOption(ppd, "Resolution", name)
                return true
            }
        }
        return false
    }

    /// The page as the marked options make it; for `media` where it is given.
    ///
    /// Throws ``PrintError/mediaNotSupported(printer:media:)`` when the driver has no page of that size.
    func page(_ media: LabelMedia?, of printer: String) throws(PrintError) -> DriverPage? {
        if let media {
            guard mark(media) else {
                throw .mediaNotSupported(printer: printer, media: MediaName.custom(media))
            }
        }
        var header = cups_page_header2_t()
        guard cupsRasterInterpretPPD(&header, ppd, 0, nil, nil) == 0 else { return nil }
        return DriverPage(header, isColoured: ppd.pointee.color_device != 0)
    }

    /// Marks a page of this size: the one marked already, the driver's own, one of any size, or the one that is nearly as
    /// large; false when there is none.
    private func mark(_ media: LabelMedia) -> Bool {
        let factor = DotGrid.pointsPerInch / DotGrid.millimetresPerInch
        let (width, height) = (Float(media.width * factor), Float(media.height * factor))
        func distance(_ size: ppd_size_t) -> Float { max(abs(size.width - width), abs(size.length - height)) }
        if let marked = ppdPageSize(ppd, nil)?.pointee, distance(marked) <= Self.tolerance { return true }
        let custom = "Custom"
        let sizes = (0..<Int(ppd.pointee.num_sizes)).map { ppd.pointee.sizes[$0] }.filter {
            Self.name(of: $0) != custom
        }
        let nearest = sizes.min { distance($0) < distance($1) }
        let (least, most) = (ppd.pointee.custom_min, ppd.pointee.custom_max)
        let isAnySize =
            ppd.pointee.variable_sizes != 0 && least.0 <= width && width <= most.0 && least.1 <= height
            && height <= most.1
        if isAnySize, nearest.map(distance) ?? .infinity > Self.tolerance {
            ppdMarkOption(ppd, "PageSize", "\(custom).\(media.short)mm")
            return true
        }
        guard let nearest, Double(distance(nearest)) <= LabelMedia.tolerance * factor else { return false }
        ppdMarkOption(ppd, "PageSize", Self.name(of: nearest))
        return true
    }

    private static func name(of size: ppd_size_t) -> String {
        withUnsafeBytes(of: size.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
