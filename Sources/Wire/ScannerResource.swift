/// A scanner with its current state.
public struct ScannerResource: Sendable, Hashable, Codable {
    /// The permanent name.
    public let scanner: String
    /// The name that the device reports.
    public let name: String
    public let station: String?
    /// `reading`, or why it cannot be read.
    public let state: String

    public init(
        scanner: String,
        name: String,
        station: String?,
        state: String
    ) {
        self.scanner = scanner
        self.name = name
        self.station = station
        self.state = state
    }

    private enum CodingKeys: String, CodingKey {
        case scanner
        case name
        case station
        case state
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scanner, forKey: .scanner)
        try container.encode(name, forKey: .name)
        try container.encode(station, forKey: .station)
        try container.encode(state, forKey: .state)
    }
}
