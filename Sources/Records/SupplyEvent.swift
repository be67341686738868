/// What somebody said of a stock of supplies.
public enum SupplyEvent: Sendable, Hashable {
    /// So many units came.
    case received(SupplyName, units: Int)
    /// So many units were there when somebody counted them.
    case counted(SupplyName, units: Int)

    /// The most units that one entry may speak of.
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

    /// The past-tense word that stands in the entry as `kind`.
    public var kind: String {
        switch self {
        case .received: "supply-received"
        case .counted: "supply-counted"
        }
    }
}
