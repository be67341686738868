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

/// The role that a portable terminal's file states for a reading.
public enum ReadingRole: String, Sendable, Hashable, CaseIterable {
    /// A place, to which the following items go: `S…` in the Content Manager format.
    case place
    /// An item or container, which goes to the preceding place: `R…`.
    case thing
}

/// The result of a reading, as one of the three colours of the station screen.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Done as scanned.
    case accepted
    /// Nothing had to be done, but the clerk should know why.
    case attention
    /// Nothing was done, and the clerk must look.
    case refused
}
