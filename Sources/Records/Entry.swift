/// One row of the transfer log, decoded.
public struct Entry: Sendable, Hashable {
    public let number: EntryNumber
    public let fact: Fact
    public let principal: Principal
    public let station: StationName?
    public let scanner: ScannerName?
    public let reading: ReadingNumber?
    /// When it happened, by the clock of whoever saw it.
    public let occurredAt: Timestamp
    /// Whether somebody stated `occurredAt` afterwards.
    public let isBackDated: Bool
    /// When the daemon wrote it.
    public let recordedAt: Timestamp

    /// The thing that it is about.
    public var subject: RecordID? { fact.subject(registeredBy: number) }

    public init(number: EntryNumber, fact: Fact, attribution: Attribution, recordedAt: Timestamp) {
        self.number = number
        self.fact = fact
        self.principal = attribution.principal
        self.station = attribution.station
        self.scanner = attribution.scanner
        self.reading = attribution.reading
        self.occurredAt = attribution.occurredAt ?? recordedAt
        self.isBackDated = attribution.isBackDated
        self.recordedAt = recordedAt
    }
}
