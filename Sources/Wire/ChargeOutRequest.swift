/// A request to charge items and containers out to a custodian, all or none.
public struct ChargeOutRequest: WireValue {
    public let barcodes: [String]
    /// Barcode of the custodian.
    public let to: String
    /// The due date: a day, which lasts until its end at the site, or RFC 3339; according to the loan terms if absent.
    public let due: String?
    /// The reason, in one line.
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
