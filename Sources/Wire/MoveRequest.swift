/// Things to move to one place, all or none.
public struct MoveRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]
    /// Barcode of a location, container or custodian.
    public let to: String
    /// Why, in one line.
    public let reason: String?

    public init(
        barcodes: [String],
        to: String,
        reason: String? = nil
    ) {
        self.barcodes = barcodes
        self.to = to
        self.reason = reason
    }
}
