extension API {
    /// Requests about the progress of long requests.
    public enum Progress {
        private static let namePath = Parameter(
            .path,
            "name",
            .text(lengths: 1...64, pattern: "^[A-Za-z0-9-]+$", example: "backup-1"),
            "The request's Outguide-Progress."
        )

        public static let show = Endpoint<Nothing, ProgressResource>(
            "showProgress",
            .get,
            "/v1/progress/{name}",
            .reader,
            "Show the progress of a long request",
            details: """
                Only the caller who sent the request with the header Outguide-Progress sees it; 404 once the \
                request has ended.
                """,
            parameters: [namePath]
        )
    }
}
