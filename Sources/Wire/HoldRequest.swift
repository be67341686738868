/// A request to place a hold: the item or container stays in custody and must not be destroyed.
public struct HoldRequest: WireValue {
    public let barcode: String
    /// The name of the order, as the court or agency gives it.
    public let order: String
    /// The reason, in one line.
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
