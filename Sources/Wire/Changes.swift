extension API {
    /// Requests about changes of records and corrections.
    public enum Changes {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")

        public static let change = Endpoint<ChangeRequest, RecordResource>(
            "changeRecord",
            .post,
            "/v1/records/{barcode}/changes",
            .clerk,
            "Change an item, container, location or custodian",
            parameters: [barcodePath],
            refusals: [422]
        )
        public static let label = Endpoint<LabellingRequest, RecordResource>(
            "applyLabel",
            .post,
            "/v1/records/{barcode}/labels",
            .clerk,
            "Add or replace a barcode",
            parameters: [barcodePath],
            refusals: [422]
        )
        public static let correct = Endpoint<CorrectionRequest, EntryResource>(
            "correctEntry",
            .post,
            "/v1/log/corrections",
            .supervisor,
            "Correct an earlier entry",
            refusals: [404, 422]
        )
    }
}
