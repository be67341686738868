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
