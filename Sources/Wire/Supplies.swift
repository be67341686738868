extension API {
    /// Requests about supplies.
    public enum Supplies {
        /// Whether to list only supplies of which there is little.
        public static let low = Parameter(.query, "low", .boolean, "true: only those of which there is little.")
        private static let supplyPath = Parameter(.path, "supply", .text(example: "box-labels"), "Name of a supply.")

        public static let list = Endpoint<Nothing, Page<SupplyResource>>(
            "listSupplies",
            .get,
            "/v1/supplies",
            .reader,
            "List supplies by name",
            parameters: [low, .limit, .cursor]
        )
        public static let receive = Endpoint<SupplyRequest, SupplyResource>(
            "receiveSupply",
            .post,
            "/v1/supplies/{supply}/receipts",
            .clerk,
            "Record a delivery",
            parameters: [supplyPath]
        )
        public static let count = Endpoint<SupplyRequest, SupplyResource>(
            "countSupply",
            .post,
            "/v1/supplies/{supply}/counts",
            .clerk,
            "Record a count",
            parameters: [supplyPath]
        )
    }
}

/// A delivery or a count of units.
public struct SupplyRequest: WireValue {
    /// The number of units delivered or counted.
    public let units: Int

    public static var members: [String: Schema] { ["units": .integer(0...1_000_000, example: 500)] }

    public init(units: Int) { self.units = units }
}

/// A supply with its stock.
public struct SupplyResource: WireValue {
    /// The name of the supply.
    public let supply: String
    /// The unit of the counts.
    public let unit: String
    /// The number of units left, negative if more were used than recorded; null if none were ever recorded.
    public let left: Int?
    /// The number of units at which to reorder.
    public let reorderAt: Int
    /// Whether it is time to reorder.
    public let isLow: Bool
    /// The number of labels or entities for which one unit lasts.
    public let uses: Int
    /// What uses it: `template:…`, `printer:…`, `kind:…`.
    public let usedBy: [String]
    /// When the last count or delivery was recorded: RFC 3339, UTC.
    public let declaredAt: String?

    public init(
        supply: String,
        unit: String,
        left: Int?,
        reorderAt: Int,
        isLow: Bool,
        uses: Int,
        usedBy: [String],
        declaredAt: String?
    ) {
        self.supply = supply
        self.unit = unit
        self.left = left
        self.reorderAt = reorderAt
        self.isLow = isLow
        self.uses = uses
        self.usedBy = usedBy
        self.declaredAt = declaredAt
    }
}
