/// The result for one line of a file of readings.
public struct BatchLineResource: Sendable, Hashable, Codable {
    /// The line number in the file, from 1.
    public let line: Int
    /// The code, as far as it is text.
    public let text: String
    /// When it was read, by the terminal's clock: RFC 3339, UTC; null if the file gives no time.
    public let occurredAt: String?
    /// The number of the stored reading; null if the line could not be stored.
    public let reading: Int64?
    /// False if an earlier file contained this line, so that it had no effect.
    public let isNew: Bool
    /// Whether the log has a newer placement, which stays unchanged.
    public let isConflict: Bool
    /// `accepted`, `attention` or `refused`.
    public let verdict: String
    /// A stable word for the result or the refusal.
    public let kind: String
    /// The message for the clerk, in one line.
    public let message: String
    /// Barcode of the record.
    public let barcode: String?
    /// The last entry that the reading led to.
    public let entry: Int64?

    public init(
        line: Int,
        text: String,
        occurredAt: String?,
        reading: Int64?,
        isNew: Bool,
        isConflict: Bool,
        verdict: String,
        kind: String,
        message: String,
        barcode: String?,
        entry: Int64?
    ) {
        self.line = line
        self.text = text
        self.occurredAt = occurredAt
        self.reading = reading
        self.isNew = isNew
        self.isConflict = isConflict
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.barcode = barcode
        self.entry = entry
    }

    private enum CodingKeys: String, CodingKey {
        case line
        case text
        case occurredAt
        case reading
        case isNew
        case isConflict
        case verdict
        case kind
        case message
        case barcode
        case entry
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(line, forKey: .line)
        try container.encode(text, forKey: .text)
        try container.encode(occurredAt, forKey: .occurredAt)
        try container.encode(reading, forKey: .reading)
        try container.encode(isNew, forKey: .isNew)
        try container.encode(isConflict, forKey: .isConflict)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(kind, forKey: .kind)
        try container.encode(message, forKey: .message)
        try container.encode(barcode, forKey: .barcode)
        try container.encode(entry, forKey: .entry)
    }
}
