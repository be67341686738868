/// The supplies that the configuration names.
public struct SupplyList: Sendable, Hashable, Codable {
    public let supplies: [SupplyResource]

    public init(
        supplies: [SupplyResource]
    ) {
        self.supplies = supplies
    }
}
