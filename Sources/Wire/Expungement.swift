extension API {
    /// Requests about expungement.
    public enum Expungement {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")

        public static let propose = Endpoint<ExpungementRequest, EntryResource>(
            "proposeExpungement",
            .post,
            "/v1/records/{barcode}/expungement",
            .supervisor,
            "Request an expungement",
            parameters: [barcodePath],
            refusals: [422]
        )
        public static let approve = Endpoint<Nothing, EntryResource>(
            "approveExpungement",
            .post,
            "/v1/records/{barcode}/expungement/approval",
            .supervisor,
            "Carry out an expungement that another person requested",
            parameters: [barcodePath],
            refusals: [422]
        )
    }
}
