/// A scanner with its current state.
public struct ScannerResource: WireValue {
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
}
