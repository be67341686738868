public import Barcodes

/// The result of decoding a readable image; without codes, no codes were found.
public struct DecodedImage: Sendable, Hashable, Codable {
    /// The width of the first page in pixels, in its display orientation.
    public let width: Int
    /// The height of the first page in pixels, in its display orientation.
    public let height: Int
    /// The different codes of each page, page by page, in the order in which they were found.
    public let codes: [DecodedCode]
    /// The pages that were processed; a photograph has one.
    public let pages: [DecodedPage]
    /// Whether every page was read and no search was cut short by a time limit.
    public let isComplete: Bool
    /// Zero when pixels rather than a file were decoded.
    public let cost: DecodingCost

    public init(
        width: Int,
        height: Int,
        codes: [DecodedCode],
        pages: [DecodedPage]? = nil,
        isComplete: Bool = true,
        cost: DecodingCost = DecodingCost()
    ) {
        self.width = width
        self.height = height
        self.codes = codes
        self.pages = pages ?? [DecodedPage(number: 1, width: width, height: height)]
        self.isComplete = isComplete
        self.cost = cost
    }
}

/// One page of an image file.
public struct DecodedPage: Sendable, Hashable, Codable {
    /// Counted from 1.
    public let number: Int
    /// In pixels in the display orientation, 0 when the page could not be read.
    public let width: Int
    /// In pixels in the display orientation, 0 when the page could not be read.
    public let height: Int
    /// Why the page could not be read; other pages of the file are not affected.
    public let problem: ImageDecodingError?
    /// Whether the page is blank, such as the back of a sheet printed on one side; false when in doubt.
    public let isBlank: Bool

    public init(number: Int, width: Int, height: Int, problem: ImageDecodingError? = nil, isBlank: Bool = false) {
        self.number = number
        self.width = width
        self.height = height
        self.problem = problem
        self.isBlank = isBlank
    }
}

/// One barcode found in an image.
public struct DecodedCode: Sendable, Hashable {
    public let symbology: Symbology
    /// The AIM identifier that a scanner would send; nil when ISO/IEC 15424 has no letter for the symbology.
    public let aim: AIMIdentifier?
    /// ``bytes`` as UTF-8, or in the site's character set when they are not UTF-8.
    public let text: String
    /// The data in the symbol; converted to UTF-8 when a QR code declares its character set.
    public let bytes: [UInt8]
    /// The corners around the part of the symbol that was read, in pixels of the page in its display orientation; one
    /// or two points when few of its lines were read.
    public let polygon: [PixelPoint]
    /// The number of lines on which a linear code was read, always 1 for QR; comparable only within one image.
    public let quality: Int
    /// The page of the file, counted from 1.
    public let page: Int
    /// The rendering in which it was first seen.
    public let rendering: ImageRendering
    /// The library that read it in that rendering.
    public let engine: DecodingEngine

    public init(
        symbology: Symbology,
        aim: AIMIdentifier?,
        text: String,
        bytes: [UInt8],
        polygon: [PixelPoint],
        quality: Int,
        page: Int = 1,
        rendering: ImageRendering = .original,
        engine: DecodingEngine = .libzbar
    ) {
        self.symbology = symbology
        self.aim = aim
        self.text = text
        self.bytes = bytes
        self.polygon = polygon
        self.quality = quality
        self.page = page
        self.rendering = rendering
        self.engine = engine
    }
}

/// A point of a page in its display orientation, in pixels from the upper left corner: x to the right, y down.
public struct PixelPoint: Sendable, Hashable, Codable {
    public let x: Int
    public let y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// The text of one page of a file.
public struct PageText: Sendable, Hashable, Codable {
    /// The source of the words.
    public enum Source: String, Sendable, Hashable, Codable {
        /// Recognised by Tesseract.
        case picture
        /// Contained in the file, and not contradicted by the picture.
        case layer
        /// Both.
        case both
        /// Recognised by Tesseract; the file's own text differed and was left out.
        case pictureAgainstLayer = "picture-against-layer"
    }

    /// Without control characters except line breaks.
    public var text: String
    /// The languages that Tesseract used; empty when it was not run.
    public var languages: [TextLanguage]
    public var source: Source
    /// Why Tesseract did not complete the page.
    public var problem: ImageDecodingError?

    public init(text: String, languages: [TextLanguage], source: Source, problem: ImageDecodingError? = nil) {
        self.text = text
        self.languages = languages
        self.source = source
        self.problem = problem
    }
}
