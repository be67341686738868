public import Barcodes

/// One barcode found in an image.
public struct DecodedCode: Sendable, Hashable {
    public let symbology: Symbology
    /// What a scanner would have put before the text; nil where ISO/IEC 15424 has no letter for the symbology.
    public let aim: AIMIdentifier?
    /// ``bytes`` as UTF-8, or in the site's character set when they are not UTF-8.
    public let text: String
    /// The data as the symbol holds it; in UTF-8 where a QR code names its character set.
    public let bytes: [UInt8]
    /// The corners around what was read of the symbol, in pixels of the page as seen; one or two points when few lines
    /// of it were.
    public let polygon: [PixelPoint]
    /// On how many lines a linear code was read, always 1 for QR: good for comparing within one image only.
    public let quality: Int
    /// The page of the file, counted from 1.
    public let page: Int
    /// The rendering in which it was first seen.
    public let rendering: ImageRendering
    /// The library that read it there.
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
