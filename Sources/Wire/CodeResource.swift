/// One barcode found in an image.
public struct CodeResource: Sendable, Hashable, Codable {
    public let symbology: String
    /// AIM identifier, such as `]C0`.
    public let aim: String?
    public let text: String
    /// The data as base64.
    public let bytes: String
    public let polygon: [PointResource]
    /// How sure the decoder is, in its own measure: higher is surer.
    public let quality: Int

    public init(
        symbology: String,
        aim: String?,
        text: String,
        bytes: String,
        polygon: [PointResource],
        quality: Int
    ) {
        self.symbology = symbology
        self.aim = aim
        self.text = text
        self.bytes = bytes
        self.polygon = polygon
        self.quality = quality
    }

    private enum CodingKeys: String, CodingKey {
        case symbology
        case aim
        case text
        case bytes
        case polygon
        case quality
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(symbology, forKey: .symbology)
        try container.encode(aim, forKey: .aim)
        try container.encode(text, forKey: .text)
        try container.encode(bytes, forKey: .bytes)
        try container.encode(polygon, forKey: .polygon)
        try container.encode(quality, forKey: .quality)
    }
}
