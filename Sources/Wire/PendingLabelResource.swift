/// A label that was printed and not scanned since.
public struct PendingLabelResource: WireValue {
    public let barcode: String
    public let type: String
    public let kind: String
    public let title: String?
    /// When it was printed: RFC 3339, UTC.
    public let printedAt: String
    /// The number of seconds since then.
    public let age: Int
    /// Number of the entry that recorded the printing.
    public let entry: Int64

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        printedAt: String,
        age: Int,
        entry: Int64
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.printedAt = printedAt
        self.age = age
        self.entry = entry
    }
}
