/// A request to return items and containers, all or none.
public struct ReturnRequest: WireValue {
    public let barcodes: [String]
    /// Barcode of the location or container to which they are returned.
    public let to: String

    public init(
        barcodes: [String],
        to: String
    ) {
        self.barcodes = barcodes
        self.to = to
    }
}
