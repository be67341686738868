/// An entry of the log, with the current names of its records.
public struct EntryResource: WireValue {
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
}
