/// Charge-outs that go on.
public struct RenewalRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]
    /// Until when: a day, which lasts until its end at the site, or RFC 3339; as the terms of lending say when absent.
    public let due: String?

    public init(
        barcodes: [String],
        due: String? = nil
    ) {
        self.barcodes = barcodes
        self.due = due
    }
}
