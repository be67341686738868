/// The result for one line of a file of readings.
public struct BatchLineResource: WireValue {
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
}
