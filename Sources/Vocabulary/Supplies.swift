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

/// The name of a supply, such as `roll-100x50`.
public struct SupplyName: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil unless `text` is 1 to 60 lower-case letters, digits, dots and hyphens and begins with a
    /// letter or digit.
    public init?(_ text: String) {
        guard (1...60).contains(text.utf8.count), text.first != ".", text.first != "-",
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (left: SupplyName, right: SupplyName) -> Bool { left.text < right.text }
}

/// A source of consumption of supplies, by which the log counts their use.
public enum SupplySource: Sendable, Hashable, CustomStringConvertible {
    /// Labels printed with a template.
    case template(String)
    /// Labels printed on a printer.
    case printer(String)
    /// Entities registered of a kind.
    case kind(EntityKind)

    public var description: String {
        switch self {
        case .template(let name): "template:" + name
        case .printer(let name): "printer:" + name
        case .kind(let kind): "kind:" + kind.name
        }
    }
}

/// The stock of a supply according to the log.
public struct SupplyStock: Sendable, Hashable {
    public let name: SupplyName
    /// The units at the last count, plus later deliveries.
    public let declared: Int
    /// When the last count or delivery was recorded.
    public let declaredAt: Timestamp
    /// The number of uses since the last count, by the text of the source.
    public let uses: [String: Int]

    public init(name: SupplyName, declared: Int, declaredAt: Timestamp, uses: [String: Int]) {
        self.name = name
        self.declared = declared
        self.declaredAt = declaredAt
        self.uses = uses
    }
}
