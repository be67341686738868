/// A request to renew charge-outs.
public struct RenewalRequest: WireValue {
    public let barcodes: [String]
    /// The new due date: a day, which lasts until its end at the site, or RFC 3339; according to the loan terms if
    /// absent.
    public let due: String?

    public init(
        barcodes: [String],
        due: String? = nil
    ) {
        self.barcodes = barcodes
        self.due = due
    }
}
