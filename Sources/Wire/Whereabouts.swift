extension API {
    /// Requests about placements, histories and contents.
    public enum Whereabouts {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")
        public static let at = Parameter(
            .query,
            "at",
            .moment,
            "A moment in the past: RFC 3339, or the end of a day (2026-01-31) or minute by the clocks of the site."
        )
        public static let since = Parameter(
            .query,
            "since",
            .moment,
            "Nothing that happened before this moment: RFC 3339, or the beginning of a day or minute by the clocks of the site."
        )
        public static let until = Parameter(
            .query,
            "until",
            .moment,
            "Nothing that happened after this moment: RFC 3339, or the end of a day or minute by the clocks of the site."
        )

        public static let show = Endpoint<Nothing, WhereaboutsResource>(
            "showWhereabouts",
            .get,
            "/v1/where/{barcode}",
            .reader,
            "Show where an item is or was",
            parameters: [barcodePath, at]
        )
        public static let history = Endpoint<Nothing, Page<EntryResource>>(
            "listHistory",
            .get,
            "/v1/history/{barcode}",
            .reader,
            "Show the history of an item, newest first",
            parameters: [barcodePath, .limit, .cursor, since, until],
            work: .list
        )
        public static let contents = Endpoint<Nothing, Page<ContentsResource>>(
            "listContents",
            .get,
            "/v1/contents/{barcode}",
            .reader,
            "List the direct contents of a location, container or custodian",
            parameters: [barcodePath, .limit, .cursor, at],
            work: .list,
            refusals: [422]
        )
    }
}
