/// Who caused an entry, where, with which scanner, and when.
public struct Attribution: Sendable, Hashable {
    public let principal: Principal
    public let station: StationName?
    public let scanner: ScannerName?
    /// The reading that led to the entry.
    public let reading: ReadingNumber?
    /// When the act took place, by the clock of the device that observed it; nil for the time of recording.
    public let occurredAt: Timestamp?
    /// Whether `occurredAt` was stated afterwards rather than taken from a clock at the time.
    public let isBackDated: Bool

    public init(
        principal: Principal,
        station: StationName? = nil,
        scanner: ScannerName? = nil,
        reading: ReadingNumber? = nil,
        occurredAt: Timestamp? = nil,
        isBackDated: Bool = false
    ) {
        self.principal = principal
        self.station = station
        self.scanner = scanner
        self.reading = reading
        self.occurredAt = occurredAt
        self.isBackDated = isBackDated
    }
}
