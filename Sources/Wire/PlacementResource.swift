/// Where a thing is or was.
public struct PlacementResource: Sendable, Hashable, Codable {
    /// `location`, `container`, `custodian`, `inTransit`, `unknown` or `disposed`; `item` or
    /// `container` where a document was moved.
    public let kind: String
    /// Barcode of the place, container or person.
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

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(path, forKey: .path)
    }
}
