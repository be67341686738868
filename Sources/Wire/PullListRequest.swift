/// A request to fetch items and containers.
public struct PullListRequest: WireValue {
    public let barcodes: [String]
    /// Barcode of the recipient; if absent, they only come to the station.
    public let recipient: String?
    /// When they are needed: a day, which lasts until its end at the site, or RFC 3339; no date if absent.
    public let due: String?
    /// The reason, in one line.
    public let reason: String?

    public init(
        barcodes: [String],
        recipient: String? = nil,
        due: String? = nil,
        reason: String? = nil
    ) {
        self.barcodes = barcodes
        self.recipient = recipient
        self.due = due
        self.reason = reason
    }
}
