extension API {
    /// Requests about sheets of labels.
    public enum LabelSheets {
        public static let list = Endpoint<Nothing, Page<LabelSheetResource>>(
            "listLabelSheets",
            .get,
            "/v1/labels/sheets",
            .reader,
            "List partly used label sheets",
            parameters: [.limit, .cursor]
        )
        public static let reset = Endpoint<LabelSheetResetRequest, Page<LabelSheetResource>>(
            "resetLabelSheet",
            .post,
            "/v1/labels/sheets/reset",
            .clerk,
            "Record that a fresh label sheet is loaded",
            refusals: [404]
        )
    }
}
