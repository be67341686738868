public import Barcodes

/// One raw read by one scanner, as it is stored before anyone asks what it means.
public struct Reading: Sendable, Hashable {
    /// The most bytes a reading may have.
    public static let longest = 4_096

    /// Exactly what arrived, without the suffix that ended it.
    public let bytes: [UInt8]
    /// The symbology, where the scanner told it apart from the data.
    public let symbology: Symbology?
    public let station: StationName
    public let scanner: ScannerName?
    public let principal: Principal
    /// When the scanner saw it, nil when only the daemon's clock is known.
    public let occurredAt: Timestamp?
    /// The microseconds since the same gun read before it, by a clock that cannot be set; nil where none timed it.
    ///
    /// It is not stored.
    public let sincePrevious: Int64?
    /// Where it came from; nil for readings that were stored before that was kept.
    public let origin: ReadingOrigin?
    /// What it must be, where a file says so.
    public let role: ReadingRole?

    public init(
        bytes: [UInt8],
        symbology: Symbology?,
        station: StationName,
        scanner: ScannerName?,
        principal: Principal,
        occurredAt: Timestamp?,
        sincePrevious: Int64? = nil,
        origin: ReadingOrigin? = nil,
        role: ReadingRole? = nil
    ) {
        self.bytes = bytes
        self.symbology = symbology
        self.station = station
        self.scanner = scanner
        self.principal = principal
        self.occurredAt = occurredAt
        self.sincePrevious = sincePrevious
        self.origin = origin
        self.role = role
    }
}
