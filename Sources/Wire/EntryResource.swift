/// An entry of the log, with the current names of its records.
public struct EntryResource: Sendable, Hashable, Codable {
    /// The number of the entry.
    public let entry: Int64
    /// The kind of the entry, in the past tense.
    public let kind: String
    /// Barcode of the record that it is about.
    public let barcode: String?
    /// The origin of a transfer or of a moved document; null for other entries.
    public let from: PlacementResource?
    /// The destination of a transfer or of a moved document; null for other entries.
    public let to: PlacementResource?
    /// When it happened: RFC 3339, UTC.
    public let occurredAt: String
    /// When the daemon wrote it: RFC 3339, UTC.
    public let recordedAt: String
    /// The principal: `uid:N`, `custodian:N` or `daemon`.
    public let principal: String
    public let station: String?
    public let scanner: String?
    /// Number of the reading that led to it.
    public let reading: Int64?
    public let reason: String?
    /// The name of the order, as the court or agency gives it.
    public let order: String?
    /// A remark, such as that a seal was set without an order.
    public let note: String?
    /// In a history: `direct` if it names the record, `implied` if it names a container that held it.
    public let seen: String
    /// Whether `occurredAt` was stated afterwards.
    public let backDated: Bool
    /// In a history: number of the correction that voided it.
    public let voidedBy: Int64?

    public init(
        entry: Int64,
        kind: String,
        barcode: String?,
        from: PlacementResource?,
        to: PlacementResource?,
        occurredAt: String,
        recordedAt: String,
        principal: String,
        station: String?,
        scanner: String?,
        reading: Int64?,
        reason: String?,
        order: String? = nil,
        note: String? = nil,
        seen: String,
        backDated: Bool = false,
        voidedBy: Int64? = nil
    ) {
        self.entry = entry
        self.kind = kind
        self.barcode = barcode
        self.from = from
        self.to = to
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.principal = principal
        self.station = station
        self.scanner = scanner
        self.reading = reading
        self.reason = reason
        self.order = order
        self.note = note
        self.seen = seen
        self.backDated = backDated
        self.voidedBy = voidedBy
    }

    private enum CodingKeys: String, CodingKey {
        case entry
        case kind
        case barcode
        case from
        case to
        case occurredAt
        case recordedAt
        case principal
        case station
        case scanner
        case reading
        case reason
        case order
        case note
        case seen
        case backDated
        case voidedBy
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry, forKey: .entry)
        try container.encode(kind, forKey: .kind)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(occurredAt, forKey: .occurredAt)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encode(principal, forKey: .principal)
        try container.encode(station, forKey: .station)
        try container.encode(scanner, forKey: .scanner)
        try container.encode(reading, forKey: .reading)
        try container.encode(reason, forKey: .reason)
        try container.encode(order, forKey: .order)
        try container.encode(note, forKey: .note)
        try container.encode(seen, forKey: .seen)
        try container.encode(backDated, forKey: .backDated)
        try container.encode(voidedBy, forKey: .voidedBy)
    }
}
