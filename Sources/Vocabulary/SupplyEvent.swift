/// A delivery or a count of a supply.
public enum SupplyEvent: Sendable, Hashable {
    /// This number of units was delivered.
    case received(SupplyName, units: Int)
    /// This number of units was counted.
    case counted(SupplyName, units: Int)

    /// The maximum number of units in one entry.
    public static let most = 1_000_000

    public var supply: SupplyName {
        switch self {
        case .received(let name, _), .counted(let name, _): name
        }
    }

    public var units: Int {
        switch self {
        case .received(_, let units), .counted(_, let units): units
        }
    }
}
