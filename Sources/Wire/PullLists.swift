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
            exampleMembers: ["recipient", "due"],
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
        public static let remove = Endpoint<PullListThingsRequest, PullListContents>(
            "removeFromPullList",
            .post,
            "/v1/pull-lists/{list}/removals",
            .clerk,
            "Remove items that are no longer needed, all or none",
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
            repetition: .byResponse(remains: "the printer"),
            patience: .print,
            refusals: [409, 422, 502]
        )
    }
}

/// A request to fetch items and containers.
public struct PullListRequest: WireValue {
    /// The items and containers to fetch.
    public let barcodes: [String]
    /// Barcode of the recipient; if absent, they only come to the station.
    public let recipient: String?
    /// When they are needed: a day, which lasts until its end at the site, or RFC 3339; no date if absent.
    public let due: String?
    /// The reason, in one line.
    public let reason: String?

    public static var members: [String: Schema] {
        ["barcodes": .barcodes(count: 1...500), "recipient": .person, "due": .deadline, "reason": .reason]
    }

    public init(barcodes: [String], recipient: String? = nil, due: String? = nil, reason: String? = nil) {
        self.barcodes = barcodes
        self.recipient = recipient
        self.due = due
        self.reason = reason
    }
}

/// Items and containers on a pull list.
public struct PullListThingsRequest: WireValue {
    /// The items and containers.
    public let barcodes: [String]

    public static var members: [String: Schema] { ["barcodes": .barcodes(count: 1...500)] }

    public init(barcodes: [String]) { self.barcodes = barcodes }
}

/// A request to print the page of a pull list.
public struct PullListPrintRequest: WireValue {
    /// The CUPS destination; the default one if absent.
    public let printer: String?
    /// The name of the template; `pull-list-page` if absent.
    public let template: String?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
    public let despite: [String]?

    public static var members: [String: Schema] {
        ["printer": .printer, "template": .text(example: "pull-list-page"), "despite": .overrides]
    }

    public init(printer: String? = nil, template: String? = nil, despite: [String]? = nil) {
        self.printer = printer
        self.template = template
        self.despite = despite
    }
}

/// A request for the page of a pull list as a file.
public struct PullListSheetRequest: WireValue {
    /// The name of the template; `pull-list-page` if absent.
    public let template: String?
    /// `png`, which shows one page, or `pdf` (the default), which has all.
    public let format: String?
    /// The resolution of the intended printer in dots per inch, such as `300` or `203x406`; 203 if absent.
    public let resolution: String?
    /// The page to show as PNG, from 1; the first if absent.
    public let page: Int?

    public static var members: [String: Schema] {
        ["template": .text(example: "pull-list-page"), "format": .drawing, "resolution": .resolution, "page": .ordinal]
    }

    public init(template: String? = nil, format: String? = nil, resolution: String? = nil, page: Int? = nil) {
        self.template = template
        self.format = format
        self.resolution = resolution
        self.page = page
    }
}

/// A pull list with its progress.
public struct PullListResource: WireValue {
    /// The barcode that opens it at a station.
    public let barcode: String
    /// `open` (some lines are not fetched yet), `done` or `cancelled`.
    public let state: String
    /// When it was created: RFC 3339, UTC.
    public let madeAt: String
    /// The number of lines that are not fetched yet.
    public let wanted: Int
    /// The number of lines that were sent to their recipients.
    public let pulled: Int
    /// The number of lines that were not found.
    public let notFound: Int

    public static var members: [String: Schema] { ["state": .word(["open", "done", "cancelled"])] }

    public init(barcode: String, state: String, madeAt: String, wanted: Int, pulled: Int, notFound: Int) {
        self.barcode = barcode
        self.state = state
        self.madeAt = madeAt
        self.wanted = wanted
        self.pulled = pulled
        self.notFound = notFound
    }
}

/// A pull list with all of its lines.
public struct PullListContents: WireValue {
    /// The pull list itself.
    public let list: PullListResource
    /// The lines, in walking order.
    public let things: [WantedResource]

    public init(list: PullListResource, things: [WantedResource]) {
        self.list = list
        self.things = things
    }
}

/// A line of a pull list.
public struct WantedResource: WireValue {
    /// The barcode of the wanted item or container.
    public let barcode: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    /// The title of the wanted item or container; null if it has none.
    public let title: String?
    /// `wanted`, `pulled` or `not-found`.
    public let state: String
    /// The current place: names from the outermost place to the innermost.
    public let path: [String]
    /// The home location, in the same order, if the current place is unknown; empty otherwise.
    public let home: [String]
    /// Barcode of the recipient; null if it only comes to the station.
    public let recipient: String?
    /// The name of the person it is for; null if it is for nobody in particular.
    public let recipientName: String?
    /// When it is needed: RFC 3339, UTC; null for no date.
    public let due: String?
    /// The reason, as the user stated it.
    public let reason: String?
    /// Number of the entry that added it to the list.
    public let entry: Int64
    /// Number of the transfer that sent it; null if there is none.
    public let pulledBy: Int64?

    public static var members: [String: Schema] { ["state": .word(["wanted", "pulled", "not-found"])] }

    public init(
        barcode: String,
        kind: String,
        title: String?,
        state: String,
        path: [String],
        home: [String],
        recipient: String?,
        recipientName: String?,
        due: String?,
        reason: String?,
        entry: Int64,
        pulledBy: Int64?
    ) {
        self.barcode = barcode
        self.kind = kind
        self.title = title
        self.state = state
        self.path = path
        self.home = home
        self.recipient = recipient
        self.recipientName = recipientName
        self.due = due
        self.reason = reason
        self.entry = entry
        self.pulledBy = pulledBy
    }
}
