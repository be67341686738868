extension API {
    /// Requests about charge-outs, returns, refiles, hand-overs and renewals.
    public enum ChargeOuts {
        public static let custodian = Parameter(
            .query,
            "custodian",
            .barcode,
            "Only what this custodian has, by barcode."
        )
        public static let overdue = Parameter(.query, "overdue", .boolean, "Only what should have been back by now.")

        public static let chargeOut = Endpoint<ChargeOutRequest, MoveResponse>(
            "chargeOut",
            .post,
            "/v1/charge-outs",
            .clerk,
            "Charge items out to a custodian, all or none",
            exampleMembers: ["due"],
            refusals: [404, 422]
        )
        public static let giveBack = Endpoint<ReturnRequest, MoveResponse>(
            "returnRecords",
            .post,
            "/v1/returns",
            .clerk,
            "Return items, all or none",
            refusals: [404, 422]
        )
        public static let refile = Endpoint<RefileRequest, MoveResponse>(
            "refileRecords",
            .post,
            "/v1/refiles",
            .clerk,
            "Refile items at their homes, all or none",
            refusals: [404, 422]
        )
        public static let handOver = Endpoint<HandOverRequest, MoveResponse>(
            "handOver",
            .post,
            "/v1/hand-overs",
            .clerk,
            "Hand items over to another custodian, all or none",
            refusals: [404, 422]
        )
        public static let renew = Endpoint<RenewalRequest, Page<ChargeOutResource>>(
            "renew",
            .post,
            "/v1/renewals",
            .clerk,
            "Renew charge-outs",
            refusals: [404, 422]
        )
        public static let list = Endpoint<Nothing, Page<ChargeOutResource>>(
            "listChargeOuts",
            .get,
            "/v1/charge-outs",
            .reader,
            "List charge-outs in the order of registration, or overdue ones, longest overdue first",
            parameters: [custodian, overdue, .limit, .cursor],
            work: .list,
            refusals: [404, 422]
        )
    }
}

/// A request to charge items and containers out to a custodian, all or none.
public struct ChargeOutRequest: WireValue {
    /// The items and containers to charge out.
    public let barcodes: [String]
    /// Barcode of the custodian.
    public let to: String
    /// The due date: a day, which lasts until its end at the site, or RFC 3339; according to the loan terms if absent.
    public let due: String?
    /// The reason, in one line.
    public let reason: String?

    public static var members: [String: Schema] {
        ["barcodes": .barcodes(count: 1...Int.max), "to": .person, "due": .deadline, "reason": .reason]
    }

    public init(barcodes: [String], to: String, due: String? = nil, reason: String? = nil) {
        self.barcodes = barcodes
        self.to = to
        self.due = due
        self.reason = reason
    }
}

/// A request to return items and containers, all or none.
public struct ReturnRequest: WireValue {
    /// The items and containers that are returned.
    public let barcodes: [String]
    /// Barcode of the location or container to which they are returned.
    public let to: String

    public static var members: [String: Schema] { ["barcodes": .barcodes(count: 1...Int.max), "to": .place] }

    public init(barcodes: [String], to: String) {
        self.barcodes = barcodes
        self.to = to
    }
}

/// A request to refile items and containers at their home locations, all or none.
public struct RefileRequest: WireValue {
    /// The items and containers that are put back.
    public let barcodes: [String]

    public static var members: [String: Schema] { ["barcodes": .barcodes(count: 1...Int.max)] }

    public init(barcodes: [String]) { self.barcodes = barcodes }
}

/// A request to hand items and containers over from one custodian to another, all or none.
public struct HandOverRequest: WireValue {
    /// The items and containers that are handed over.
    public let barcodes: [String]
    /// Barcode of the current custodian; if absent, any custodian is accepted.
    public let from: String?
    /// Barcode of the receiving custodian.
    public let to: String
    /// `at-once` (the default), `release` (in transit until accepted) or `accept`.
    public let stage: String?
    /// The reason, in one line.
    public let reason: String?

    public static var members: [String: Schema] {
        [
            "barcodes": .barcodes(count: 1...Int.max),
            "from": .person,
            "to": .person,
            "stage": .word(["at-once", "release", "accept"]),
            "reason": .reason,
        ]
    }

    public init(barcodes: [String], from: String? = nil, to: String, stage: String? = nil, reason: String? = nil) {
        self.barcodes = barcodes
        self.from = from
        self.to = to
        self.stage = stage
        self.reason = reason
    }
}

/// A request to renew charge-outs.
public struct RenewalRequest: WireValue {
    /// The charged-out items and containers.
    public let barcodes: [String]
    /// The new due date: a day, which lasts until its end at the site, or RFC 3339; according to the loan terms if
    /// absent.
    public let due: String?

    public static var members: [String: Schema] { ["barcodes": .barcodes(count: 1...Int.max), "due": .deadline] }

    public init(barcodes: [String], due: String? = nil) {
        self.barcodes = barcodes
        self.due = due
    }
}

/// A charge-out.
public struct ChargeOutResource: WireValue {
    /// The barcode of the charged-out item or container.
    public let barcode: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    /// The title of the charged-out item or container; null if it has none.
    public let title: String?
    /// Barcode of the custodian; null if concealed from the caller.
    public let custodian: String?
    /// The name of the borrower.
    public let custodianName: String
    /// When it was charged out: RFC 3339, UTC.
    public let since: String
    /// The due date: RFC 3339, UTC; null for none.
    public let due: String?
    /// Whether it is overdue.
    public let overdue: Bool
    /// The number of renewals.
    public let renewals: Int
    /// Number of the entry that charged it out.
    public let entry: Int64

    public init(
        barcode: String,
        kind: String,
        title: String?,
        custodian: String?,
        custodianName: String,
        since: String,
        due: String?,
        overdue: Bool,
        renewals: Int,
        entry: Int64
    ) {
        self.barcode = barcode
        self.kind = kind
        self.title = title
        self.custodian = custodian
        self.custodianName = custodianName
        self.since = since
        self.due = due
        self.overdue = overdue
        self.renewals = renewals
        self.entry = entry
    }
}
