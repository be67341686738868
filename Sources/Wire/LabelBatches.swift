extension API {
    /// Requests about runs of labels.
    public enum LabelBatches {
        public static let open = Parameter(.query, "open", .boolean, "Only those that are not over.")
        private static let batchPath = Parameter(.path, "batch", .ordinal, "Number of a run of labels.")
        public static let wait = Parameter(
            .query,
            "wait",
            .integer(1...60, example: 1),
            "The number of seconds to wait for a change."
        )
        public static let printed = Parameter(
            .query,
            "printed",
            .integer(0...Int.max, example: 1),
            "With `wait`: responds at once if another number of labels is printed."
        )
        public static let seen = Parameter(
            .query,
            "seen",
            .text(example: "out-of-labels"),
            """
            With `wait`: responds at once if the run is in other trouble, or waits for something else, \
            than of this kind; empty for none.
            """
        )
        public static let state = Parameter(.query, "state", .text(example: "waiting"), "Only those in this state.")

        public static let list = Endpoint<Nothing, Page<PrintBatchResource>>(
            "listLabelBatches",
            .get,
            "/v1/labels/batches",
            .reader,
            "List label runs, newest first",
            parameters: [open, .limit, .cursor],
            work: .list
        )
        public static let show = Endpoint<Nothing, PrintBatchResource>(
            "showLabelBatch",
            .get,
            "/v1/labels/batches/{batch}",
            .reader,
            "Show a label run",
            parameters: [batchPath, wait, printed, seen]
        )
        public static let labels = Endpoint<Nothing, Page<BatchLabelResource>>(
            "listBatchLabels",
            .get,
            "/v1/labels/batches/{batch}/labels",
            .reader,
            "List the labels of a run in print order",
            parameters: [batchPath, state, .limit, .cursor],
            work: .list
        )
        public static let resume = Endpoint<BatchResumeRequest, PrintBatchResource>(
            "resumeLabelBatch",
            .post,
            "/v1/labels/batches/{batch}/resume",
            .clerk,
            "Resume a label run",
            details: """
                The printer is asked first about labels that were sent before. Labels that may have been printed \
                are named in a problem of the kind labels-in-doubt; `inDoubt` states what the clerk found.
                """,
            parameters: [batchPath],
            patience: .print,
            refusals: [422, 502]
        )
        public static let cancel = Endpoint<Nothing, PrintBatchResource>(
            "cancelLabelBatch",
            .post,
            "/v1/labels/batches/{batch}/cancel",
            .clerk,
            "Cancel the unprinted labels of a run",
            parameters: [batchPath],
            patience: .print
        )
    }
}
