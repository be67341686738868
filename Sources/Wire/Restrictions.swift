extension API {
    /// Requests about restrictions and seals.
    public enum Restrictions {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")

        public static let restrict = Endpoint<RestrictionRequest, EntryResource>(
            "restrictRecord",
            .post,
            "/v1/records/{barcode}/restriction",
            .supervisor,
            "Restrict, unrestrict, seal or unseal an item or a container and its contents",
            parameters: [barcodePath],
            refusals: [422]
        )
    }
}
