extension API {
    /// Requests about changes of entities and corrections.
    public enum Changes {
        private static let barcodePath = Parameter(.path, "barcode", .barcode, "The barcode, percent-encoded.")

        public static let change = Endpoint<ChangeRequest, EntityResource>(
            "changeRecord",
            .post,
            "/v1/entities/{barcode}/changes",
            .clerk,
            "Change an item, container, location or custodian",
            parameters: [barcodePath],
            exampleMembers: ["title"],
            refusals: [422]
        )
        public static let label = Endpoint<LabellingRequest, EntityResource>(
            "applyLabel",
            .post,
            "/v1/entities/{barcode}/labels",
            .clerk,
            "Add or replace a barcode",
            parameters: [barcodePath],
            refusals: [422]
        )
        public static let correct = Endpoint<CorrectionRequest, EntryResource>(
            "correctEntry",
            .post,
            "/v1/log/corrections",
            .supervisor,
            "Correct an earlier entry",
            refusals: [404, 422]
        )
    }
}

/// A request to change an entity.
public struct ChangeRequest: WireValue {
    /// The new title, or name of a location or custodian.
    public let title: String?
    /// The new kind of a container or item.
    public let kind: String?
    /// Barcode of the new home location.
    public let home: String?
    /// Barcode of the location that contains a location.
    public let parent: String?
    /// Fields to clear: `title`, `home` or `parent`.
    public let clear: [String]?
    /// Changes to the conditions.
    public let conditions: NewConditionsRequest?

    public static var members: [String: Schema] {
        [
            "title": .title,
            "kind": .kind,
            "home": .place,
            "parent": .place,
            "clear": .list(.word(["title", "home", "parent"]), count: 0...Int.max),
        ]
    }

    public init(
        title: String? = nil,
        kind: String? = nil,
        home: String? = nil,
        parent: String? = nil,
        clear: [String]? = nil,
        conditions: NewConditionsRequest? = nil
    ) {
        self.title = title
        self.kind = kind
        self.home = home
        self.parent = parent
        self.clear = clear
        self.conditions = conditions
    }
}

/// A request to change the conditions of an entity.
///
/// Absent members leave them unchanged.
public struct NewConditionsRequest: WireValue {
    /// For locations: whether it is closed to further items and containers.
    public let closed: Bool?
    /// For locations: the maximum number of items and containers directly there; -1 for no limit.
    public let capacity: Int?
    /// Refused: a seal needs an order; see `/v1/records/{barcode}/restriction`.
    public let sealed: Bool?
    /// The kinds of custodian who may have it; empty for all.
    public let roles: [String]?
    /// Barcodes of the locations within which it must stay; empty for no restriction.
    public let rooms: [String]?
    /// The series whose loan terms apply; empty for none.
    public let series: String?

    public static var members: [String: Schema] {
        [
            "capacity": .integer(-1...1_000_000, example: 40),
            "roles": .list(.kind, count: 0...64),
            "rooms": .list(.place, count: 0...64),
            "series": .text(lengths: 0...32, pattern: "^([a-z][a-z0-9-]*)?$", example: "personnel"),
        ]
    }

    public init(
        closed: Bool? = nil,
        capacity: Int? = nil,
        sealed: Bool? = nil,
        roles: [String]? = nil,
        rooms: [String]? = nil,
        series: String? = nil
    ) {
        self.closed = closed
        self.capacity = capacity
        self.sealed = sealed
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }
}

/// A request to assign a barcode to an entity.
public struct LabellingRequest: WireValue {
    /// A barcode that it already bears; if absent, one is minted.
    public let barcode: String?
    /// `primary` (the default): the previous primary barcode becomes an alias; or `alias`: an additional barcode.
    public let role: String?

    public static var members: [String: Schema] { ["barcode": .barcode, "role": .word(["primary", "alias"])] }

    public init(barcode: String? = nil, role: String? = nil) {
        self.barcode = barcode
        self.role = role
    }
}

/// A request to void an earlier entry.
public struct CorrectionRequest: WireValue {
    /// The number of the entry.
    public let entry: Int64
    /// The reason, in one line.
    public let reason: String

    public static var members: [String: Schema] {
        ["entry": .integer(Int.min...Int.max, example: 42), "reason": .reason]
    }

    public init(entry: Int64, reason: String) {
        self.entry = entry
        self.reason = reason
    }
}
