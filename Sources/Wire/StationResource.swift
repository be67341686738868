/// A spot where scanning happens, as a screen across the room shows it.
public struct StationResource: Sendable, Hashable, Codable {
    /// Its name.
    public let station: String
    /// Who is signed in; null when nobody is.
    public let clerk: StationClerkResource?
    /// Whether nothing is taken here before a clerk signed in.
    public let signIn: Bool
    /// Whether a thing that is scanned alone here is returned.
    public let returns: Bool
    public let context: StationContextResource
    /// The command that waits for the barcode it is about, by its word, such as `into`; null when none does.
    public let armed: String?
    /// The last ten readings, newest first.
    public let readings: [StationReadingResource]
    /// Whether there are readings before these.
    public let earlierReadings: Bool
    /// The guns of this station.
    public let scanners: [ScannerResource]
    /// Readings that are stored and were not answered yet.
    public let queue: Int
    /// Supplies that it uses up and of which there is little.
    public let lowSupplies: [SupplyResource]
    /// What keeps scans in the drop folders of this station from being filed, without names of files.
    public let folderTroubles: [FolderTroubleResource]
    /// Readings whose slip or label was not printed and is still wanted, newest first.
    public let unprinted: [StationReadingResource]

    public init(
        station: String,
        clerk: StationClerkResource?,
        signIn: Bool,
        returns: Bool,
        context: StationContextResource,
        armed: String?,
        readings: [StationReadingResource],
        earlierReadings: Bool = false,
        scanners: [ScannerResource],
        queue: Int,
        lowSupplies: [SupplyResource] = [],
        folderTroubles: [FolderTroubleResource] = [],
        unprinted: [StationReadingResource] = []
    ) {
        self.station = station
        self.clerk = clerk
        self.signIn = signIn
        self.returns = returns
        self.context = context
        self.armed = armed
        self.readings = readings
        self.earlierReadings = earlierReadings
        self.scanners = scanners
        self.queue = queue
        self.lowSupplies = lowSupplies
        self.folderTroubles = folderTroubles
        self.unprinted = unprinted
    }

    private enum CodingKeys: String, CodingKey {
        case station
        case clerk
        case signIn
        case returns
        case context
        case armed
        case readings
        case earlierReadings
        case scanners
        case queue
        case lowSupplies
        case folderTroubles
        case unprinted
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(station, forKey: .station)
        try container.encode(clerk, forKey: .clerk)
        try container.encode(signIn, forKey: .signIn)
        try container.encode(returns, forKey: .returns)
        try container.encode(context, forKey: .context)
        try container.encode(armed, forKey: .armed)
        try container.encode(readings, forKey: .readings)
        try container.encode(earlierReadings, forKey: .earlierReadings)
        try container.encode(scanners, forKey: .scanners)
        try container.encode(queue, forKey: .queue)
        try container.encode(lowSupplies, forKey: .lowSupplies)
        try container.encode(folderTroubles, forKey: .folderTroubles)
        try container.encode(unprinted, forKey: .unprinted)
    }
}
