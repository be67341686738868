/// What the log knows of a supply.
public struct SupplyStock: Sendable, Hashable {
    public let name: SupplyName
    /// Units that were there at the last count, and came since.
    public let declared: Int
    /// When somebody last said something of it.
    public let declaredAt: Timestamp
    /// How often each source used it since the last count, by the source's text.
    public let uses: [String: Int]

    public init(name: SupplyName, declared: Int, declaredAt: Timestamp, uses: [String: Int]) {
        self.name = name
        self.declared = declared
        self.declaredAt = declaredAt
        self.uses = uses
    }
}
