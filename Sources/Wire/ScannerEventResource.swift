/// A change of a scanner's state, or input that could not be understood.
public struct ScannerEventResource: WireValue {
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
}
