internal import Barcodes
internal import FoundationEssentials

/// In JSON, ``bytes`` is base64 and ``aim`` its three characters.
extension DecodedCode: Codable {
    private enum CodingKeys: String, CodingKey {
        case symbology
        case aim
        case text
        case bytes
        case polygon
        case quality
        case page
        case rendering
        case engine
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            symbology: Symbology(rawValue: try container.decode(String.self, forKey: .symbology)),
            aim: try container.decodeIfPresent(String.self, forKey: .aim).flatMap {
                AIMIdentifier.split($0)?.identifier
            },
            text: try container.decode(String.self, forKey: .text),
            bytes: [UInt8](try container.decode(Data.self, forKey: .bytes)),
            polygon: try container.decode([PixelPoint].self, forKey: .polygon),
            quality: try container.decode(Int.self, forKey: .quality),
            page: try container.decode(Int.self, forKey: .page),
            rendering: try container.decode(ImageRendering.self, forKey: .rendering),
            engine: try container.decode(DecodingEngine.self, forKey: .engine)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(symbology.rawValue, forKey: .symbology)
        try container.encodeIfPresent(aim?.description, forKey: .aim)
        try container.encode(text, forKey: .text)
        try container.encode(Data(bytes), forKey: .bytes)
        try container.encode(polygon, forKey: .polygon)
        try container.encode(quality, forKey: .quality)
        try container.encode(page, forKey: .page)
        try container.encode(rendering, forKey: .rendering)
        try container.encode(engine, forKey: .engine)
    }
}
