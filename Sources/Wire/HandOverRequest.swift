/// Things that go from one custodian to another, all or none.
public struct HandOverRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]
    /// Barcode of the custodian who has them; whoever does when absent.
    public let from: String?
    /// Barcode of the custodian who gets them.
    public let to: String
    /// `at-once` (when absent), `release` (in transit until accepted) or `accept`.
    public let stage: String?
    /// Why, in one line.
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
