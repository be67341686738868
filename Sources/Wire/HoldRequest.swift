/// An order that a thing stays in custody and is not destroyed.
public struct HoldRequest: Sendable, Hashable, Codable {
    public let barcode: String
    /// The order as its court or agency calls it.
    public let order: String
    /// Why, in one line.
    public let reason: String?

    public init(
        barcode: String,
        order: String,
        reason: String? = nil
    ) {
        self.barcode = barcode
        self.order = order
        self.reason = reason
    }
}
