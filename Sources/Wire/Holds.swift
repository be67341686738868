extension API {
    /// Requests about holds.
    public enum Holds {
        private static let entryPath = Parameter(.path, "entry", .ordinal, "The number of the entry that placed it.")

        public static let list = Endpoint<Nothing, Page<EntryResource>>(
            "listHolds",
            .get,
            "/v1/holds",
            .reader,
            "List holds in force, oldest first",
            parameters: [.limit, .cursor],
            work: .list
        )
        public static let place = Endpoint<HoldRequest, EntryResource>(
            "placeHold",
            .post,
            "/v1/holds",
            .supervisor,
            "Place a hold",
            isCreation: true,
            refusals: [404, 422]
        )
        public static let release = Endpoint<HoldReleaseRequest, EntryResource>(
            "releaseHold",
            .post,
            "/v1/holds/{entry}/release",
            .supervisor,
            "Release the hold that an entry placed",
            parameters: [entryPath],
            refusals: [422]
        )
    }
}

/// A request to place a hold: the item or container stays in custody and must not be destroyed.
public struct HoldRequest: WireValue {
    /// The barcode of the item or container to hold.
    public let barcode: String
    /// The name of the order, as the court or agency gives it.
    public let order: String
    /// The reason, in one line.
    public let reason: String?

    public static var members: [String: Schema] { ["barcode": .barcode, "order": .order, "reason": .reason] }

    public init(barcode: String, order: String, reason: String? = nil) {
        self.barcode = barcode
        self.order = order
        self.reason = reason
    }
}

/// A request to release a hold.
public struct HoldReleaseRequest: WireValue {
    /// The reason, in one line.
    public let reason: String

    public static var members: [String: Schema] { ["reason": .reason] }

    public init(reason: String) { self.reason = reason }
}
