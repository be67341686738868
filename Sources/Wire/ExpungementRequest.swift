/// A request to erase all text about a record, by order.
public struct ExpungementRequest: WireValue {
    /// The name of the order, as the court or agency gives it.
    public let order: String
    /// The reason, in one line.
    public let reason: String

    public init(
        order: String,
        reason: String
    ) {
        self.order = order
        self.reason = reason
    }
}
