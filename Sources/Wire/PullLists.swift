extension API {
    /// Requests about pull lists.
    public enum PullLists {
        /// Whether to list only pull lists on which something is still wanted.
        public static let open = Parameter(.query, "open", .boolean, "Only those on which something is still wanted.")
        private static let named = Parameter.barcode("list", "The barcode of the pull list.", example: "PL0000000010")

        public static let list = Endpoint<Nothing, Page<PullListResource>>(
            "listPullLists",
            .get,
            "/v1/pull-lists",
            .reader,
            "List pull lists, newest first",
            parameters: [open, .limit, .cursor],
            work: .list
        )
        public static let create = Endpoint<PullListRequest, PullListContents>(
            "createPullList",
            .post,
            "/v1/pull-lists",
            .clerk,
            "Create a pull list",
            isCreation: true,
            refusals: [404, 422]
        )
        public static let show = Endpoint<Nothing, PullListContents>(
            "showPullList",
            .get,
            "/v1/pull-lists/{list}",
            .reader,
            "Show a pull list in walking order",
            parameters: [named],
            work: .list
        )
        public static let add = Endpoint<PullListRequest, PullListContents>(
            "addToPullList",
            .post,
            "/v1/pull-lists/{list}/things",
            .clerk,
            "Add items to a pull list",
            parameters: [named],
            refusals: [422]
        )
        public static let pull = Endpoint<PullListThingsRequest, MoveResponse>(
            "pullItems",
            .post,
            "/v1/pull-lists/{list}/pulls",
            .clerk,
            "Record listed items as pulled, all or none",
            parameters: [named],
            refusals: [422]
        )
        public static let noteNotFound = Endpoint<PullListThingsRequest, PullListContents>(
            "noteItemsNotFound",
            .post,
            "/v1/pull-lists/{list}/misses",
            .clerk,
            "Record that listed items were not found, all or none",
            parameters: [named],
            refusals: [422]
        )
        public static let cancel = Endpoint<Nothing, PullListContents>(
            "cancelPullList",
            .post,
            "/v1/pull-lists/{list}/cancel",
            .clerk,
            "Cancel a pull list; items in transit stay in transit",
            parameters: [named]
        )
        public static let draw = Endpoint<PullListSheetRequest, Bytes>(
            "drawPullList",
            .post,
            "/v1/pull-lists/{list}/page",
            .reader,
            "Draw a pull list",
            parameters: [named],
            work: .drawing,
            repetition: .always,
            mediaTypes: ["image/png", "application/pdf"],
            refusals: [409, 422]
        )
        public static let print = Endpoint<PullListPrintRequest, LabelPrintResponse>(
            "printPullList",
            .post,
            "/v1/pull-lists/{list}/prints",
            .clerk,
            "Print a pull list, and respond when the job has ended",
            parameters: [named],
            repetition: .never,
            patience: .print,
            refusals: [409, 422, 502]
        )
    }
}
