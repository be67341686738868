/// The outcome of a reading.
public struct OutcomeResource: Sendable, Hashable, Codable {
    /// The number of the reading.
    public let reading: Int64
    public let station: String
    /// `accepted`, `attention` or `refused`.
    public let verdict: String
    /// A stable word for the result or the refusal.
    public let kind: String
    /// The message for the clerk, in one line.
    public let message: String
    /// Barcode of the scanned record.
    public let barcode: String?
    /// The last entry that the reading led to.
    public let entry: Int64?

    public init(
        reading: Int64,
        station: String,
        verdict: String,
        kind: String,
        message: String,
        barcode: String?,
        entry: Int64?
    ) {
        self.reading = reading
        self.station = station
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.barcode = barcode
        self.entry = entry
    }

    private enum CodingKeys: String, CodingKey {
        case reading
        case station
        case verdict
        case kind
        case message
        case barcode
        case entry
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reading, forKey: .reading)
        try container.encode(station, forKey: .station)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(kind, forKey: .kind)
        try container.encode(message, forKey: .message)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(entry, forKey: .entry)
    }
}
