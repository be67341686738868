/// Units that came, or that were counted.
public struct SupplyRequest: Sendable, Hashable, Codable {
    public let units: Int

    public init(
        units: Int
    ) {
        self.units = units
    }
}
