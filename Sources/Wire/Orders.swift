extension API {
    /// Requests about seals, restrictions and holds.
    public enum Orders {
        public static let kind = Parameter(
            .query,
            "kind",
            .word(["seal", "restriction", "hold"]),
            "Only these: `seal`, `restriction` or `hold`."
        )
        public static let order = Parameter(
            .query,
            "order",
            .line(example: "26-CR-9"),
            "Only what this order demands, as it was named."
        )

        public static let list = Endpoint<Nothing, Page<OrderResource>>(
            "listOrders",
            .get,
            "/v1/orders",
            .reader,
            "List seals, restrictions and holds in force, oldest first, with their orders",
            parameters: [kind, order, .limit, .cursor],
            work: .list
        )
    }
}
