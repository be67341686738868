extension API {
    /// Requests about records in transit.
    public enum Transits {
        public static let late = Parameter(
            .query,
            "late",
            .boolean,
            "Only what is on its way for longer than is usual."
        )

        public static let list = Endpoint<Nothing, Page<TransitResource>>(
            "listTransits",
            .get,
            "/v1/transits",
            .reader,
            "List items in transit, longest first",
            parameters: [late, .limit, .cursor],
            work: .list
        )
    }
}
