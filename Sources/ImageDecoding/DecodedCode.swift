public import Barcodes

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
