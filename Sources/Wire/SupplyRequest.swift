/// A delivery or a count of units.
public struct SupplyRequest: Sendable, Hashable, Codable {
    public let units: Int

    public init(
        units: Int
    ) {
        self.units = units
    }
}
