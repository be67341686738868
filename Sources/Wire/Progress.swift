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

/// The progress of a long request.
public struct ProgressResource: WireValue {
    /// The stage: `receiving`, `copying`, `file`, `entries`, `tables`, `replaying`, or one that a later version adds;
    /// null before the first.
    public let stage: String?
    /// The number of bytes, pages or entries of this stage that are done.
    public let done: Int64
    /// The total number; null if unknown.
    public let total: Int64?

    public init(stage: String?, done: Int64, total: Int64?) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}
