/// The outcome of a reading.
public struct OutcomeResource: WireValue {
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
}
