/// Things to charge out to a custodian, all or none.
public struct ChargeOutRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]
    /// Barcode of the custodian.
    public let to: String
    /// When they must be back: a day, which lasts until its end at the site, or RFC 3339; as the terms of lending say when absent.
    public let due: String?
    /// Why, in one line.
    public let reason: String?

    public init(
        barcodes: [String],
        to: String,
        due: String? = nil,
        reason: String? = nil
    ) {
        self.barcodes = barcodes
        self.to = to
        self.due = due
        self.reason = reason
    }
}
