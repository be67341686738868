extension API {
    /// Requests about labels.
    public enum Labels {
        public static let preview = Endpoint<LabelPreviewRequest, Bytes>(
            "previewLabels",
            .post,
            "/v1/labels/preview",
            .reader,
            "Draw labels",
            work: .drawing,
            repetition: .always,
            mediaTypes: ["image/png", "application/pdf"],
            refusals: [404, 422]
        )
        public static let drawControls = Endpoint<ControlSheetRequest, Bytes>(
            "drawControls",
            .post,
            "/v1/labels/controls",
            .reader,
            "Draw the sheet of control barcodes",
            work: .drawing,
            repetition: .always,
            mediaTypes: ["image/png", "application/pdf"],
            refusals: [422]
        )
        public static let printControls = Endpoint<ControlPrintRequest, LabelPrintResponse>(
            "printControls",
            .post,
            "/v1/labels/controls/prints",
            .clerk,
            "Print the sheet of control barcodes, and answer when the job has ended",
            repetition: .never,
            patience: .print,
            refusals: [404, 422, 502]
        )
        public static let print = Endpoint<LabelPrintRequest, LabelPrintResponse>(
            "printLabels",
            .post,
            "/v1/labels/print",
            .clerk,
            "Print labels",
            details: """
                The printer and its media are checked first, and no label is kept or minted if they prevent \
                printing. The response follows once the printer has confirmed all labels, or with what prevents \
                that; the run then remains, continues by itself if the printer only needs attention, and can be \
                resumed. The same idempotency key begins one run, and waits for it again.
                """,
            patience: .print,
            refusals: [404, 422, 502]
        )
        public static let pending = Endpoint<Nothing, Page<PendingLabelResource>>(
            "listPendingLabels",
            .get,
            "/v1/labels/pending",
            .reader,
            "List labels that were printed but never scanned, oldest first",
            parameters: [.limit, .cursor],
            work: .list
        )
    }
}
