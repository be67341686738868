/// What became of one line of a file of readings.
public struct BatchLineResource: Sendable, Hashable, Codable {
    /// Its number in the file, from 1.
    public let line: Int
    /// The code, as far as it is text.
    public let text: String
    /// When it was read, by the clock of the terminal: RFC 3339, UTC; null where the file does not say.
    public let occurredAt: String?
    /// The reading that it is kept as; null when it could not be stored.
    public let reading: Int64?
    /// False when an earlier file had this line, so that nothing was done.
    public let isNew: Bool
    /// The log knows something newer about the thing, which stays as it is.
    public let isConflict: Bool
    /// `accepted`, `attention` or `refused`.
    public let verdict: String
    /// A stable word for what happened or why not.
    public let kind: String
    /// One line for the clerk.
    public let message: String
    /// The thing.
    public let barcode: String?
    /// The last entry that it led to.
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

    /// Writes every member, absent ones as null: what is documented is always there.
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
