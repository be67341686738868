/// A change of a scanner's state, or input that could not be understood.
public struct ScannerEventResource: Sendable, Hashable, Codable {
    public let scanner: String
    public let station: String?
    /// `attached`, `detached`, `rejected`, `failed`, or `overflowed` for input that was lost and cannot be attributed
    /// to one scanner.
    public let kind: String
    public let message: String

    public init(
        scanner: String,
        station: String?,
        kind: String,
        message: String
    ) {
        self.scanner = scanner
        self.station = station
        self.kind = kind
        self.message = message
    }

    private enum CodingKeys: String, CodingKey {
        case scanner
        case station
        case kind
        case message
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scanner, forKey: .scanner)
        try container.encode(station, forKey: .station)
        try container.encode(kind, forKey: .kind)
        try container.encode(message, forKey: .message)
    }
}
