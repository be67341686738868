/// Who caused an entry, where, with what, and when it happened.
public struct Attribution: Sendable, Hashable {
    public let principal: Principal
    public let station: StationName?
    public let scanner: ScannerName?
    /// The reading that led to it.
    public let reading: ReadingNumber?
    /// When it happened by the clock of whoever saw it; nil for the moment of recording.
    public let occurredAt: Timestamp?
    /// Whether somebody stated `occurredAt` afterwards, rather than a clock that saw it happen.
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
