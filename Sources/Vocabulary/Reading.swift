public import Barcodes

/// One raw read by one scanner, as stored before it is interpreted.
public struct Reading: Sendable, Hashable {
    /// The maximum length in bytes.
    public static let longest = 4_096

    /// The bytes as received, without the suffix that ended them.
    public let bytes: [UInt8]
    /// The symbology, if the scanner reported it separately from the data.
    public let symbology: Symbology?
    public let station: StationName
    public let scanner: ScannerName?
    public let principal: Principal
    /// When the scanner read it; nil if only the daemon's clock is known.
    public let occurredAt: Timestamp?
    /// The microseconds since the scanner's previous reading, by a monotonic clock; nil if they were not measured.
    ///
    /// The value is not stored.
    public let sincePrevious: Int64?
    /// The origin; nil for readings that earlier versions stored without it.
    public let origin: ReadingOrigin?
    /// The role that a file states for the reading.
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
