public import Barcodes

/// One barcode found in an image.
public struct DecodedCode: Sendable, Hashable {
    public let symbology: Symbology
    /// What a scanner would have put before the text; nil where ISO/IEC 15424 has no letter for the symbology.
    public let aim: AIMIdentifier?
    /// ``bytes`` as UTF-8, or as ISO 8859-1 when they are not UTF-8.
    public let text: String
    /// The data as the symbol holds it.
    public let bytes: [UInt8]
    /// The corners around what was read of the symbol; one or two points when few lines of it were.
    public let polygon: [PixelPoint]
    /// On how many lines a linear code was read, always 1 for QR: good for comparing within one image only.
    public let quality: Int

    public init(
        symbology: Symbology,
        aim: AIMIdentifier?,
        text: String,
        bytes: [UInt8],
        polygon: [PixelPoint],
        quality: Int
    ) {
        self.symbology = symbology
        self.aim = aim
        self.text = text
        self.bytes = bytes
        self.polygon = polygon
        self.quality = quality
    }
}
