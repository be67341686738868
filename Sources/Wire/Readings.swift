extension API {
    /// Requests about readings.
    public enum Readings {
        private static let readingPath = Parameter(.path, "reading", .ordinal, "The number of the reading.")

        public static let list = Endpoint<Nothing, Page<ReadingResource>>(
            "listReadings",
            .get,
            "/v1/readings",
            .reader,
            "List readings as they came, newest first",
            parameters: [.limit, .cursor],
            work: .list
        )
        public static let record = Endpoint<ReadingRequest, OutcomeResource>(
            "recordReading",
            .post,
            "/v1/readings",
            .clerk,
            "Store and interpret a reading",
            details: "A reading that a rule refuses is taken too: its verdict says so.",
            refusals: [422]
        )
        public static let show = Endpoint<Nothing, ReadingResource>(
            "showReading",
            .get,
            "/v1/readings/{reading}",
            .reader,
            "Show a reading as it came",
            parameters: [readingPath]
        )
    }
}
