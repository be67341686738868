/// A pull list with its progress.
public struct PullListResource: WireValue {
    /// The barcode that opens it at a station.
    public let barcode: String
    /// `open` (some lines are not fetched yet), `done` or `cancelled`.
    public let state: String
    /// When it was created: RFC 3339, UTC.
    public let madeAt: String
    /// The number of lines that are not fetched yet.
    public let wanted: Int
    /// The number of lines that were sent to their recipients.
    public let pulled: Int
    /// The number of lines that were not found.
    public let notFound: Int

    public init(
        barcode: String,
        state: String,
        madeAt: String,
        wanted: Int,
        pulled: Int,
        notFound: Int
    ) {
        self.barcode = barcode
        self.state = state
        self.madeAt = madeAt
        self.wanted = wanted
        self.pulled = pulled
        self.notFound = notFound
    }
}
