/// An entry of the transfer log, decoded.
public struct Entry: Sendable, Hashable {
    public let number: EntryNumber
    public let fact: Fact
    public let principal: Principal
    public let station: StationName?
    public let scanner: ScannerName?
    public let reading: ReadingNumber?
    /// When the act took place, by the clock of the device that observed it.
    public let occurredAt: Timestamp
    /// Whether `occurredAt` was stated afterwards.
    public let isBackDated: Bool
    /// When the daemon wrote the entry.
    public let recordedAt: Timestamp

    /// The entity that the entry is about.
    public var subject: EntityID? { fact.subject(registeredBy: number) }

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
