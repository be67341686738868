/// The placement of an item or container.
public struct PlacementResource: Sendable, Hashable, Codable {
    /// `location`, `container`, `custodian`, `inTransit`, `unknown` or `disposed`; `item` or `container` for a moved
    /// document.
    public let kind: String
    /// Barcode of the location, container or custodian.
    public let barcode: String?
    /// Names from the outermost place to the innermost.
    public let path: [String]

    public init(
        kind: String,
        barcode: String?,
        path: [String]
    ) {
        self.kind = kind
        self.barcode = barcode
        self.path = path
    }

    private enum CodingKeys: String, CodingKey {
        case kind
        case barcode
        case path
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(path, forKey: .path)
    }
}
