/// The stations: those of the configuration, and every one that scanned lately.
public struct StationList: Sendable, Hashable, Codable {
    /// By their names.
    public let stations: [StationResource]

    public init(
        stations: [StationResource]
    ) {
        self.stations = stations
    }
}
