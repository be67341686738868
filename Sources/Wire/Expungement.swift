extension API {
    /// Requests about expungement.
    public enum Expungement {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")

        public static let propose = Endpoint<ExpungementRequest, EntryResource>(
            "proposeExpungement",
            .post,
            "/v1/entities/{barcode}/expungement",
            .supervisor,
            "Request an expungement",
            parameters: [barcodePath],
            refusals: [422]
        )
        public static let approve = Endpoint<Nothing, EntryResource>(
            "approveExpungement",
            .post,
            "/v1/entities/{barcode}/expungement/approval",
            .supervisor,
            "Carry out an expungement that another person requested",
            parameters: [barcodePath],
            refusals: [422]
        )
    }
}

/// A request to erase all text about an entity, by order.
public struct ExpungementRequest: WireValue {
    /// The name of the order, as the court or agency gives it.
    public let order: String
    /// The reason, in one line.
    public let reason: String

    public static var members: [String: Schema] { ["order": .order, "reason": .reason] }

    public init(order: String, reason: String) {
        self.order = order
        self.reason = reason
    }
}
