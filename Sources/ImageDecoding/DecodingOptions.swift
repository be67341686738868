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
