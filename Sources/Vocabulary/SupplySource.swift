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
