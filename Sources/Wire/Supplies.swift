extension API {
    /// Requests about supplies.
    public enum Supplies {
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
