/// One label of a print run.
public struct BatchLabelResource: WireValue {
    /// The position in the run, from 1.
    public let position: Int
    public let barcode: String
    public let title: String?
    /// `waiting`, `sent`, `printed`, `doubtful` or `cancelled`.
    public let state: String
    /// The number of its CUPS job; 0 on a printer that is addressed without CUPS.
    public let job: Int?

    public init(
        position: Int,
        barcode: String,
        title: String?,
        state: String,
        job: Int?
    ) {
        self.position = position
        self.barcode = barcode
        self.title = title
        self.state = state
        self.job = job
    }
}
