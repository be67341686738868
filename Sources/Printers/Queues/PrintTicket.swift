public import Labels

/// The parameters of a print job.
public struct PrintTicket: Sendable, Hashable {
    /// The unique name of the job: printable, and short enough for an IPP name.
    public let title: String
    /// The media, by its PWG 5101.1 name.
    let media: String
    /// The resolution of the document; nil to use the printer's.
    let resolution: PrintResolution?
    /// Additional options of the queue's driver.
    let options: [QueuePage.Option]
    let copies: Int
    /// The queue and its instance, which is a set of options.
    let printer: String
    let instance: String?

    private static let longestTitle = 120

    /// Creates a ticket.
    ///
    /// - Parameters:
    ///   - media: as returned by ``LabelPrinter/check(_:as:despite:)``.
    ///   - mark: a unique part of the job's name, because job numbers are reused and a printer has its own.
    public init(
        title: String,
        media: String,
        page: QueuePage? = nil,
        resolution: PrintResolution? = nil,
        copies: Int,
        printer: String,
        instance: String? = nil,
        mark: String = String(UInt64.random(in: 1 << 40...(1 << 48)), radix: 36)
    ) {
        var short = ""
        for character in LabelText.printable(title) {
            guard short.utf8.count + character.utf8.count <= Self.longestTitle else { break }
            short.append(character)
        }
        self.title = (short.isEmpty ? "label" : short) + " " + mark
        self.media = media
        self.resolution = resolution
        options = page?.options ?? []
        self.copies = copies
        self.printer = printer
        self.instance = instance
    }
}

/// The options that every job sets, so that no default of its queue drops, repeats or alters labels.
///
/// CUPS applies the defaults of a queue to each option that a job does not set (`lpadmin -o NAME-default=`, or saved
/// with `lpoptions`). Printer settings such as darkness, speed, quality or a cutter are left to the queue.
enum JobOptions {
    /// Options with a neutral value, by their names in IPP (RFC 8011, section 5.2; PWG 5100.13) and in the CUPS
    /// filters.
    static let neutral: [(name: String, value: String)] = [
        ("booklet", "off"), ("brightness", "100"), ("crop-to-fit", "false"), ("fill", "false"),
        ("fit-to-page", "false"), ("fitplot", "false"), ("gamma", "1000"), ("hue", "0"),
        ("job-hold-until", "no-hold"), ("job-sheets", "none,none"), ("landscape", "false"), ("mirror", "false"),
        ("multiple-document-handling", "separate-documents-collated-copies"), ("number-up", "1"),
        ("number-up-layout", "lrtb"), ("orientation-requested", "3"), ("output-order", "normal"),
        ("outputorder", "normal"), ("page-border", "none"), ("page-ranges", "1-2147483647"), ("page-set", "all"),
        ("position", "center"), ("print-scaling", "none"), ("saturation", "100"), ("sides", "one-sided"),
    ]

    /// Options that alter the drawing and have no neutral value.
    static let withoutNeutral = [
        "imposition-template", "overrides", "page-bottom", "page-label", "page-left", "page-right", "page-size",
        "page-top",
        "pages", "x-image-shift", "y-image-shift",
    ]

    /// The options that a job sets itself and therefore does not take from an instance of its queue.
    static let own =
        neutral.map(\.name) + withoutNeutral + [
            "copies", "media", "media-col", "natural-scaling", "page-delivery", "PageSize", "ppi", "printer-resolution",
            "scaling",
        ]

    /// Returns the name under which a queue reports its default for an option.
    static func defaultName(_ option: String) -> String { option + "-default" }
}

/// A document to send to a printer.
public struct PrintDocument: Sendable, Hashable {
    /// The formats, by their MIME types in CUPS.
    public enum Format: String, Sendable, CaseIterable {
        case pdf = "application/pdf"
        case png = "image/png"
        case pwg = "image/pwg-raster"
        /// CUPS raster, which the driver of a queue converts to the printer's language.
        case driver = "application/vnd.cups-raster"
        /// The printer's own language, which CUPS passes on unchanged.
        case raw = "application/vnd.cups-raw"
    }

    /// The expected printed pages.
    public struct Pages: Sendable, Hashable {
        /// The number of labels or sheets, with copies.
        public let count: Int
        /// The length of each along the feed, in millimetres.
        public let millimetres: Double

        public init(count: Int, millimetres: Double) {
            self.count = count
            self.millimetres = millimetres
        }
    }

    public let bytes: [UInt8]
    public let format: Format
    /// The expected pages; nil if unknown.
    public let pages: Pages?

    public init(bytes: [UInt8], format: Format, pages: Pages? = nil) {
        self.bytes = bytes
        self.format = format
        self.pages = pages
    }

    /// Returns the document with its expected pages.
    public func counted(_ pages: Pages) -> PrintDocument { PrintDocument(bytes: bytes, format: format, pages: pages) }
}
