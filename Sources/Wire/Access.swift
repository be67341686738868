extension API {
    /// Requests about the access record and the rights of a caller.
    public enum Access {
        public static let of = Parameter(
            .query,
            "of",
            .barcode,
            "Only what was about the thing with this barcode, percent-encoded."
        )

        public static let list = Endpoint<Nothing, Page<AccessResource>>(
            "listAccess",
            .get,
            "/v1/access",
            .auditor,
            "List the access record, newest first",
            parameters: [of, .limit, .cursor],
            work: .list,
            refusals: [404]
        )
        public static let rights = Endpoint<Nothing, RightsResource>(
            "showRights",
            .get,
            "/v1/rights",
            .reader,
            "Show the caller's rights"
        )
    }
}
