/// A recent reading at a station, with its outcome.
public struct StationReadingResource: WireValue {
    /// The number of the reading.
    public let reading: Int64
    /// When it was read: RFC 3339, UTC.
    public let at: String
    /// `accepted`, `attention` or `refused`.
    public let verdict: String
    /// A stable word for the result or the refusal.
    public let kind: String
    /// The message for the clerk, in one line.
    public let message: String
    /// The code for display: control characters replaced, cut at 64 characters.
    public let code: String
    /// Barcode of the scanned record; null if it is unknown.
    public let barcode: String?
    /// The last entry that the reading led to.
    public let entry: Int64?

    public init(
        reading: Int64,
        at: String,
        verdict: String,
        kind: String,
        message: String,
        code: String,
        barcode: String?,
        entry: Int64?
    ) {
        self.reading = reading
        self.at = at
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.code = code
        self.barcode = barcode
        self.entry = entry
    }
}
