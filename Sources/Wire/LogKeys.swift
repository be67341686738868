extension API {
    /// Requests about the signing key of the log.
    public enum LogKeys {
        public static let show = Endpoint<Nothing, LogKeyResource>(
            "showLogKey",
            .get,
            "/v1/log/key",
            .reader,
            "Show the keys of the log"
        )
        public static let change = Endpoint<KeyChangeRequest, LogKeyResource>(
            "changeLogKey",
            .post,
            "/v1/log/key/changes",
            .administrator,
            "Replace the signing key",
            repetition: .never
        )
    }
}
