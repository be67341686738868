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

/// The person or process that caused an act.
public enum Principal: Sendable, Hashable, CustomStringConvertible {
    /// A user of this machine, identified by the kernel as the peer of the socket.
    case user(UInt32)
    /// The holder of a badge at a station.
    case custodian(EntityID)
    /// The daemon itself, for example for a scanner without a signed-in clerk.
    case daemon

    /// `uid:1000`, `custodian:17` or `daemon`.
    public var description: String {
        switch self {
        case .user(let uid): "uid:\(uid)"
        case .custodian(let id): "custodian:\(id)"
        case .daemon: "daemon"
        }
    }

    /// Parses the form of ``description``.
    public init?(_ text: String) {
        if text == "daemon" {
            self = .daemon
        } else if text.hasPrefix("uid:"), let uid = UInt32(text.dropFirst(4)) {
            self = .user(uid)
        } else if text.hasPrefix("custodian:"), let id = Int64(text.dropFirst(10)) {
            self = .custodian(EntityID(rawValue: id))
        } else {
            return nil
        }
    }
}
