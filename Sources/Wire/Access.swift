extension API {
    /// Requests about the access record and the rights of a caller.
    public enum Access {
        public static let of = Parameter(
            .query,
            "of",
            .barcode,
            "Only what was about the thing with this barcode, percent-encoded."
        )

        public static let list = Endpoint<Nothing, Page<AccessResource>>(
            "listAccess",
            .get,
            "/v1/access",
            .auditor,
            "List the access record, newest first",
            parameters: [of, .limit, .cursor],
            work: .list,
            refusals: [404]
        )
        public static let rights = Endpoint<Nothing, RightsResource>(
            "showRights",
            .get,
            "/v1/rights",
            .reader,
            "Show the caller's rights"
        )
    }
}

/// A row of the access record.
public struct AccessResource: WireValue {
    /// The number of the row in the access record.
    public let number: Int64
    /// The time: RFC 3339, UTC.
    public let at: String
    /// `uid:1000`, `custodian:17` or `daemon`.
    public let principal: String
    /// The caller's roles at that time.
    public let roles: [String]
    /// `thing`, `log`, `right`, `role` or `record`.
    public let act: String
    /// The method and the path, with parameter names instead of their values.
    public let route: String
    /// Barcode of the entity; null if no entity was concerned.
    public let barcode: String?
    /// The restriction level of the entity: `restricted`, `sealed`, `expunged`; null if no entity was concerned.
    public let level: String?
    /// `granted` or `refused`.
    public let outcome: String
    /// The refusal or other details; null if there are none.
    public let detail: String?

    public static var members: [String: Schema] {
        ["act": .word(["thing", "log", "right", "role", "record"]), "outcome": .word(["granted", "refused"])]
    }

    public init(
        number: Int64,
        at: String,
        principal: String,
        roles: [String],
        act: String,
        route: String,
        barcode: String?,
        level: String?,
        outcome: String,
        detail: String?
    ) {
        self.number = number
        self.at = at
        self.principal = principal
        self.roles = roles
        self.act = act
        self.route = route
        self.barcode = barcode
        self.level = level
        self.outcome = outcome
        self.detail = detail
    }
}

/// The rights of the caller.
public struct RightsResource: WireValue {
    /// The principal, such as `uid:1000`.
    public let principal: String
    /// The caller's roles: `reader`, `clerk`, `supervisor`, `auditor`, `administrator`.
    ///
    /// Empty if none of the caller's groups has a role.
    public let roles: [String]
    /// The access levels that the caller has.
    public let levels: [String]
    /// The Unix groups that give each role.
    public let groups: [String: [String]]
    /// Whether one principal may not both move and audit items and containers.
    public let separateDuties: Bool

    public init(
        principal: String,
        roles: [String],
        levels: [String],
        groups: [String: [String]],
        separateDuties: Bool
    ) {
        self.principal = principal
        self.roles = roles
        self.levels = levels
        self.groups = groups
        self.separateDuties = separateDuties
    }
}
