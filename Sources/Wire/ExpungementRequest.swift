/// An order to erase what was written about a thing or a person.
public struct ExpungementRequest: Sendable, Hashable, Codable {
    /// The order, as its court or agency calls it.
    public let order: String
    /// Why, in one line.
    public let reason: String

    public init(
        order: String,
        reason: String
    ) {
        self.order = order
        self.reason = reason
    }
}
