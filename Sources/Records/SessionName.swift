/// Whose open places a session holds: those of a station, or those of one terminal in one file of readings.
public struct SessionName: Sendable, Hashable, CustomStringConvertible {
    /// That of a station is the station's; others hold a space, which no station has.
    public let text: String

    public init(_ station: StationName) { text = station.text }

    /// Terminals in one file keep to themselves what they have open.
    public init(of batch: BatchNumber, scanner: ScannerName?) {
        text = "batch \(batch) \(scanner?.text ?? "")"
    }

    public var description: String { text }
}
