/// A request to hand items and containers over from one custodian to another, all or none.
public struct HandOverRequest: WireValue {
    public let barcodes: [String]
    /// Barcode of the current custodian; if absent, any custodian is accepted.
    public let from: String?
    /// Barcode of the receiving custodian.
    public let to: String
    /// `at-once` (the default), `release` (in transit until accepted) or `accept`.
    public let stage: String?
    /// The reason, in one line.
    public let reason: String?

    public init(
        barcodes: [String],
        from: String? = nil,
        to: String,
        stage: String? = nil,
        reason: String? = nil
    ) {
        self.barcodes = barcodes
        self.from = from
        self.to = to
        self.stage = stage
        self.reason = reason
    }
}
