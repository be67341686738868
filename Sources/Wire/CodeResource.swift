/// One barcode found in an image.
public struct CodeResource: WireValue {
    public let symbology: String
    /// AIM identifier, such as `]C0`.
    public let aim: String?
    public let text: String
    /// The data as base64.
    public let bytes: String
    public let polygon: [PointResource]
    /// On how many lines a linear code was read, 1 for QR; comparable only within one image.
    public let quality: Int
    /// The page of the file, from 1.
    public let page: Int
    /// The view of the page in which it was first seen, such as `original` or `threshold`.
    public let rendering: String
    /// The library that read it there: `libzbar` or `zxing`.
    public let engine: String

    public init(
        symbology: String,
        aim: String?,
        text: String,
        bytes: String,
        polygon: [PointResource],
        quality: Int,
        page: Int,
        rendering: String,
        engine: String
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
