/// Things that are given back, all or none.
public struct ReturnRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]
    /// Barcode of the location or container that they are put at.
    public let to: String

    public init(
        barcodes: [String],
        to: String
    ) {
        self.barcodes = barcodes
        self.to = to
    }
}
