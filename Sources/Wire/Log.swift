extension API {
    /// Requests about the log, its proofs and its tables.
    public enum Log {
        private static let bundlePath = Parameter(
            .path,
            "tile",
            .text(example: "0/000"),
            "The rest of the path after tile/entries/, such as 000 or x001/234.p/17."
        )
        private static let tilePath = Parameter(
            .path,
            "tile",
            .text(example: "0/000"),
            "The rest of the path after tile/, such as 0/000 or 1/x001/234.p/17."
        )
        private static let entryPath = Parameter(.path, "entry", .ordinal, "The number of the entry.")

        public static let entryTile = Endpoint<Nothing, Bytes>(
            "readEntryTile",
            .get,
            "/v1/log/tile/entries/{tile}",
            .auditor,
            "An entry bundle, as in C2SP tlog-tiles; it names concealed items",
            parameters: [bundlePath],
            work: .search,
            mediaTypes: ["application/octet-stream"]
        )
        public static let checkpoint = Endpoint<Nothing, Bytes>(
            "readCheckpoint",
            .get,
            "/v1/log/checkpoint",
            .reader,
            "The present checkpoint, in the format of C2SP",
            mediaTypes: ["text/plain"]
        )
        public static let printCheckpoint = Endpoint<CheckpointPrintRequest, LabelPrintResponse>(
            "printCheckpoint",
            .post,
            "/v1/log/checkpoint/prints",
            .clerk,
            "Print the present checkpoint",
            repetition: .never,
            patience: .print,
            refusals: [404, 422, 502]
        )
        public static let tile = Endpoint<Nothing, Bytes>(
            "readTile",
            .get,
            "/v1/log/tile/{tile}",
            .auditor,
            "A tile of the tree, as in C2SP tlog-tiles",
            parameters: [tilePath],
            work: .search,
            mediaTypes: ["application/octet-stream"]
        )
        public static let proveEntry = Endpoint<Nothing, Bytes>(
            "proveEntry",
            .get,
            "/v1/log/proofs/{entry}",
            .reader,
            "Prove one entry to an outsider",
            parameters: [entryPath],
            work: .search,
            mediaTypes: ["application/json; charset=utf-8"]
        )
        public static let proveConsistency = Endpoint<Bytes, Bytes>(
            "proveConsistency",
            .post,
            "/v1/log/consistency",
            .reader,
            "Prove that the log of an earlier checkpoint only grew; the body is that checkpoint",
            work: .search,
            repetition: .always,
            mediaTypes: ["application/json; charset=utf-8"]
        )
        public static let verify = Endpoint<Nothing, VerificationResource>(
            "verifyLog",
            .get,
            "/v1/log/verification",
            .reader,
            "Verify the whole log",
            parameters: [.progress],
            patience: .wholeLog
        )
        public static let rebuild = Endpoint<Nothing, Nothing>(
            "rebuildTables",
            .post,
            "/v1/log/rebuild",
            .administrator,
            "Rebuild the derived tables",
            parameters: [.progress],
            repetition: .never,
            patience: .wholeLog
        )
    }
}
