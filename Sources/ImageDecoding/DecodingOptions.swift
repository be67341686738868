public import Barcodes

/// Which codes to search for in an image, how thoroughly, and which results to accept.
public struct DecodingOptions: Sendable, Hashable, Codable {
    public var mode: DecodingMode
    /// The lengths in digits of Interleaved 2 of 5 codes used at the site; empty when not specified.
    ///
    /// The symbology has no check digit, so that a fragment of a long code reads as a valid short one. Without
    /// lengths, libzbar's results are accepted from ten digits, and shorter codes need white space on both sides.
    public var interleavedLengths: Set<Int>
    /// The iconv name of the character set of QR codes that are not UTF-8, such as `SHIFT_JIS`; nil for ISO 8859-1.
    public var characterSet: String?
    /// Whether Code 39 with pairs such as `+A` for `a` is decoded as full ASCII; the bytes stay as in the symbol.
    public var expandsCode39: Bool
    /// Whether a second engine searches for codes that libzbar does not read.
    public var usesSecondEngine: Bool
    /// The resolution at which PDF pages are rendered, in dots per inch.
    public var dotsPerInch: Int
    private var symbologyNames: Set<String>

    public init(
        mode: DecodingMode = .fast,
        symbologies: Set<Symbology> = [],
        interleavedLengths: Set<Int> = [],
        characterSet: String? = nil,
        expandsCode39: Bool = true,
        usesSecondEngine: Bool = true,
        dotsPerInch: Int = 200
    ) {
        self.mode = mode
        self.interleavedLengths = interleavedLengths
        self.characterSet = characterSet
        self.expandsCode39 = expandsCode39
        self.usesSecondEngine = usesSecondEngine
        self.dotsPerInch = dotsPerInch
        symbologyNames = Set(symbologies.map(\.rawValue))
    }

    /// The symbologies to search for; empty for all.
    public var symbologies: Set<Symbology> {
        get { Set(symbologyNames.map { Symbology(rawValue: $0) }) }
        set { symbologyNames = Set(newValue.map(\.rawValue)) }
    }

    /// All symbologies that can be searched for.
    public static let knownSymbologies: [Symbology] = [
        .codabar, .code128, .code39, .code93, .dataBar, .dataBarExpanded, .ean13, .ean8, .interleaved2of5, .qr, .upcA,
        .upcE,
    ]

    /// Whether this symbology is searched for.
    package func wants(_ symbology: Symbology) -> Bool {
        symbologyNames.isEmpty || symbologyNames.contains(symbology.rawValue)
    }

    /// The shortest Interleaved 2 of 5 code that libzbar reports.
    package var shortestInterleaved: Int { interleavedLengths.min() ?? 10 }
}

/// How much effort is made to decode an image.
public enum DecodingMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// libzbar on the unmodified picture, accepting all results; for pictures that Outguide made itself.
    case plain
    /// Renderings in order until a code is accepted; with several codes, until a rendering adds none.
    case fast
    /// Like ``fast``, for scanned pages, most of which have no code.
    ///
    /// A large page without anything that looks like bars is not additionally rotated and enlarged. One accepted code
    /// does not end the search while there may be another beside it.
    case paper
    /// All renderings, and every code accepted at the end.
    case thorough

    /// The largest number of accepted codes at which an image still counts as having a single code.
    package var sureCodesOfOne: Int { self == .paper ? 0 : 1 }

    /// Whether the search ends when codes are accepted.
    package var endsEarly: Bool { self == .fast || self == .paper }
}

/// The cost of reading an image, in milliseconds of processor time.
public struct DecodingCost: Sendable, Hashable, Codable {
    /// The cost of loading the file as pixels.
    public var loading: Double
    /// The cost of finding codes.
    public var decoding: Double

    public init(loading: Double = 0, decoding: Double = 0) {
        self.loading = loading
        self.decoding = decoding
    }
}

/// Limits on the cost of one image file; a file that exceeds them is refused.
public struct ImageLimits: Sendable, Hashable, Codable {
    /// The maximum size of a file in bytes.
    public var bytes: Int
    /// The maximum width times height of a page, checked before memory is allocated.
    public var pixels: Int
    /// The maximum number of pages; further pages are skipped, which the result reports.
    public var pages: Int
    /// The maximum size of the list of codes, in bytes of JSON.
    public var answerBytes: Int
    /// The address space of a child process, in bytes.
    public var memoryBytes: Int
    /// The processor time for a whole file, in seconds.
    ///
    /// After three quarters of it, no further rendering is tried and no further page is begun.
    public var processorSeconds: Int
    /// The processor time for one page, in seconds, including rendering it.
    ///
    /// After three quarters of it, no further rendering is tried; after all of it, the page is given up.
    public var pageSeconds: Int
    /// After this many pages that took too long or crashed the child, no further page is begun.
    public var pagesGivenUp: Int

    /// The default limits allow a 100-megapixel scan or a file of 100 pages, and not much more.
    public init(
        bytes: Int = 64 << 20,
        pixels: Int = 100_000_000,
        pages: Int = 100,
        answerBytes: Int = 4 << 20,
        memoryBytes: Int = 1 << 30,
        processorSeconds: Int = 20,
        pageSeconds: Int = 10,
        pagesGivenUp: Int = 3
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.pages = pages
        self.answerBytes = answerBytes
        self.memoryBytes = memoryBytes
        self.processorSeconds = processorSeconds
        self.pageSeconds = pageSeconds
        self.pagesGivenUp = pagesGivenUp
    }
}
