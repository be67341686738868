/// A scanner as the daemon sees it now.
public struct ScannerResource: Sendable, Hashable, Codable {
    /// What names it for good.
    public let scanner: String
    /// What it calls itself.
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

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scanner, forKey: .scanner)
        try container.encode(name, forKey: .name)
        try container.encode(station, forKey: .station)
        try container.encode(state, forKey: .state)
    }
}
