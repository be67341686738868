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
