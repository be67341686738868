/// A delivery or a count of units.
public struct SupplyRequest: WireValue {
    public let units: Int

    public init(
        units: Int
    ) {
        self.units = units
    }
}
