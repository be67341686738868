extension API {
    /// Requests about the state of the daemon.
    public enum Status {
        public static let metrics = Endpoint<Nothing, Bytes>(
            "readMetrics",
            .get,
            "/v1/metrics",
            .reader,
            "Metrics in the text format of Prometheus",
            mediaTypes: ["text/plain"]
        )
        public static let diagnose = Endpoint<Nothing, DiagnosisResource>(
            "diagnose",
            .get,
            "/v1/diagnosis",
            .clerk,
            "Run the daemon's checks",
            work: .file,
            patience: .wholeLog
        )
        public static let show = Endpoint<Nothing, StatusResource>(
            "showStatus",
            .get,
            "/v1/status",
            .reader,
            "Show the status of the daemon"
        )
    }
}
