public import Barcodes

/// What is looked for in an image, how hard, and what of it is believed.
public struct DecodingOptions: Sendable, Hashable, Codable {
    public var mode: DecodingMode
    /// The lengths of Interleaved 2 of 5 that the site uses, in digits; empty when it does not say.
    ///
    /// The symbology has no check digit, so that a piece of a long code reads as a valid short one. Without lengths
    /// libzbar is believed from ten digits on, and shorter codes need white space on both sides.
    public var interleavedLengths: Set<Int>
    /// The character set of QR bytes that are not UTF-8, by its name for iconv, such as `SHIFT_JIS`; nil for
    /// ISO 8859-1.
    public var characterSet: String?
    /// Whether Code 39 with pairs such as `+A` for `a` is taken as full ASCII; the bytes stay as the symbol has them.
    public var expandsCode39: Bool
    /// Whether a second engine looks at what libzbar does not read.
    public var usesSecondEngine: Bool
    /// The resolution at which pages of PDF files are drawn, in dots an inch.
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

    /// The symbologies that are looked for; empty for all.
    public var symbologies: Set<Symbology> {
        get { Set(symbologyNames.map { Symbology(rawValue: $0) }) }
        set { symbologyNames = Set(newValue.map(\.rawValue)) }
    }

    /// Every symbology that can be looked for.
    public static let knownSymbologies: [Symbology] = [
        .codabar, .code128, .code39, .code93, .dataBar, .dataBarExpanded, .ean13, .ean8, .interleaved2of5, .qr, .upcA,
        .upcE,
    ]

    /// Whether codes of this kind are looked for.
    package func wants(_ symbology: Symbology) -> Bool {
        symbologyNames.isEmpty || symbologyNames.contains(symbology.rawValue)
    }

    /// The shortest Interleaved 2 of 5 code that libzbar is to report.
    package var shortestInterleaved: Int { interleavedLengths.min() ?? 10 }
}
