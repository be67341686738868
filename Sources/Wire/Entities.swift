extension API {
    /// Requests about the entities of one type.
    public struct Entities: Sendable {
        /// Lists entities of the type.
        public let list: Endpoint<Nothing, Page<EntityResource>>
        /// Registers an entity of the type.
        public let create: Endpoint<NewEntityRequest, EntityResource>
        /// Shows one entity of the type.
        public let show: Endpoint<Nothing, EntityResource>

        public static let items = Entities("Item", path: "/v1/items", "an item", "items", ["title", "home"])
        public static let containers = Entities(
            "Container",
            path: "/v1/containers",
            "a container",
            "containers",
            ["title", "home"]
        )
        public static let locations = Entities("Location", path: "/v1/locations", "a location", "locations", ["name"])
        public static let custodians = Entities(
            "Custodian",
            path: "/v1/custodians",
            "a custodian",
            "custodians",
            ["name"]
        )

        private init(_ noun: String, path: String, _ one: String, _ all: String, _ exampleMembers: [String]) {
            list = Endpoint(
                "list\(noun)s",
                .get,
                path,
                .reader,
                "List \(all) in the order of their registration",
                parameters: [.limit, .cursor],
                work: .list
            )
            create = Endpoint(
                "create\(noun)",
                .post,
                path,
                .clerk,
                "Register \(one)",
                isCreation: true,
                exampleMembers: exampleMembers,
                refusals: [404, 422]
            )
            show = Endpoint(
                "show\(noun)",
                .get,
                path + "/{barcode}",
                .reader,
                "Show \(one)",
                parameters: [.barcode("barcode", "The barcode, percent-encoded.")]
            )
        }
    }
}

/// A request to register an entity, whose type is given by the path.
public struct NewEntityRequest: WireValue {
    /// The name of a location or custodian.
    public let name: String?
    /// The title of a container or item.
    public let title: String?
    /// The kind of a container or item; `box` or `folder` if absent.
    public let kind: String?
    /// The barcode that it already bears; if absent, one is minted.
    public let barcode: String?
    /// Barcode of the home location.
    public let home: String?
    /// Barcode of the location that contains a location, or of the current place of an item or container.
    public let parent: String?

    public static var members: [String: Schema] {
        [
            "name": .line(example: "Reading room"),
            "title": .title,
            "kind": .kind,
            "barcode": .barcode,
            "home": .place,
            "parent": .place,
        ]
    }

    public init(
        name: String? = nil,
        title: String? = nil,
        kind: String? = nil,
        barcode: String? = nil,
        home: String? = nil,
        parent: String? = nil
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.barcode = barcode
        self.home = home
        self.parent = parent
    }
}

/// An entity: an item, container, location or custodian.
public struct EntityResource: WireValue {
    /// The primary barcode.
    public let barcode: String
    /// `item`, `container`, `location` or `custodian`.
    public let type: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    /// The title, or the name of a location or custodian.
    public let title: String?
    /// Barcode of the home location.
    public let home: String?
    /// Barcode of the location that contains a location.
    public let parent: String?
    /// The conditions; null if there are none.
    public let conditions: ConditionsResource?
    /// The seals, restrictions and holds that apply, including those of enclosing containers; null in a list.
    public let orders: [OrderResource]?
    /// Number of the entry that the request wrote about it; null if it wrote none, for example because nothing changed.
    public let entry: Int64?

    public static var members: [String: Schema] { ["type": .entityType] }

    public init(
        barcode: String,
        type: String,
        kind: String,
        title: String?,
        home: String?,
        parent: String?,
        conditions: ConditionsResource? = nil,
        orders: [OrderResource]? = nil,
        entry: Int64? = nil
    ) {
        self.barcode = barcode
        self.type = type
        self.kind = kind
        self.title = title
        self.home = home
        self.parent = parent
        self.conditions = conditions
        self.orders = orders
        self.entry = entry
    }
}

/// The conditions of an entity that the rules enforce.
public struct ConditionsResource: WireValue {
    /// For locations: whether it is closed to further items and containers.
    public let closed: Bool
    /// For locations: the maximum number of items and containers directly there.
    public let capacity: Int?
    /// The kinds of custodian who may have it; empty for all.
    public let roles: [String]
    /// Barcodes of the locations within which it must stay; empty for no restriction.
    public let rooms: [String]
    /// The series whose loan terms apply.
    public let series: String?

    public init(closed: Bool, capacity: Int?, roles: [String], rooms: [String], series: String?) {
        self.closed = closed
        self.capacity = capacity
        self.roles = roles
        self.rooms = rooms
        self.series = series
    }
}
