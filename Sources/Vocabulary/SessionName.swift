/// The owner of a session: a station, or one terminal in one file of readings.
public struct SessionName: Sendable, Hashable, CustomStringConvertible {
    /// For a station, the name of the station.
    ///
    /// Other names contain a space, which station names cannot.
    public let text: String

    public init(_ station: StationName) { text = station.text }

    /// Creates the name of a terminal in a file.
    ///
    /// Each terminal has its own session.
    public init(of batch: BatchNumber, scanner: ScannerName?) {
        text = "batch \(batch) \(scanner?.text ?? "")"
    }

    public var description: String { text }
}
