extension API {
    /// Requests about restrictions and seals.
    public enum Restrictions {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")

        public static let restrict = Endpoint<RestrictionRequest, EntryResource>(
            "restrictRecord",
            .post,
            "/v1/entities/{barcode}/restriction",
            .supervisor,
            "Restrict, unrestrict, seal or unseal an item or a container and its contents",
            parameters: [barcodePath],
            refusals: [422]
        )
    }
}

/// A request to change the restriction level of an entity and its contents.
public struct RestrictionRequest: WireValue {
    /// `open`, `restricted`, `sealed`, or `unsealed`, which lifts a seal and restores an earlier restriction.
    public let level: String
    /// The name of the order; required for setting and lifting a seal.
    public let order: String?
    /// The reason, which is stored with the entry.
    public let reason: String

    public static var members: [String: Schema] {
        ["level": .word(["restricted", "open", "sealed", "unsealed"]), "order": .order, "reason": .reason]
    }

    public init(level: String, order: String?, reason: String) {
        self.level = level
        self.order = order
        self.reason = reason
    }
}
