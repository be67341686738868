extension API {
    /// Requests about files that await a decision.
    public enum Quarantine {
        public static let list = Endpoint<Nothing, Page<QuarantinedFileResource>>(
            "listQuarantine",
            .get,
            "/v1/quarantine",
            .clerk,
            "List quarantined files",
            parameters: [.limit, .cursor],
            work: .file
        )
        public static let assign = Endpoint<AssignmentRequest, AssignmentResource>(
            "assignFile",
            .post,
            "/v1/quarantine/assignments",
            .clerk,
            "Assign a quarantined file to an item or container",
            details: """
                Decodes the file first, which may take minutes. The same file is not filed twice if the request is \
                repeated.
                """,
            patience: .print,
            isCreation: true,
            refusals: [404, 422]
        )
    }
}
