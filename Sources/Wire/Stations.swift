extension API {
    /// Requests about stations.
    public enum Stations {
        private static let stationPath = Parameter(.path, "station", .station, "The name of the station.")

        public static let list = Endpoint<Nothing, Page<StationResource>>(
            "listStations",
            .get,
            "/v1/stations",
            .reader,
            "List stations with clerks, open contexts and last readings",
            parameters: [.limit, .cursor]
        )
        public static let show = Endpoint<Nothing, StationResource>(
            "showStation",
            .get,
            "/v1/stations/{station}",
            .reader,
            "Show a station; a station without readings has nothing open",
            parameters: [stationPath]
        )
        public static let endSession = Endpoint<Nothing, Nothing>(
            "endSession",
            .delete,
            "/v1/stations/{station}/session",
            .clerk,
            "Close what a station has open",
            parameters: [stationPath]
        )
    }
}

/// The state of a station, for a screen across the room.
public struct StationResource: WireValue {
    /// The name of the station.
    public let station: String
    /// The signed-in clerk; null if none is signed in.
    public let clerk: StationClerkResource?
    /// Whether a clerk must sign in before anything is accepted.
    public let signIn: Bool
    /// Whether an item or container that is scanned by itself is returned.
    public let returns: Bool
    /// The open context of the station.
    public let context: StationContextResource
    /// The word of the command that waits for its barcode, such as `into`; null if none does.
    public let armed: String?
    /// The last ten readings, newest first.
    public let readings: [StationReadingResource]
    /// Whether there are earlier readings.
    public let earlierReadings: Bool
    /// The scanners of the station.
    public let scanners: [ScannerResource]
    /// The number of readings that are stored but not interpreted yet.
    public let queue: Int
    /// The supplies that it uses and that are low.
    public let lowSupplies: [SupplyResource]
    /// What prevents scans in the station's drop folders from being filed, without file names.
    public let folderTroubles: [FolderTroubleResource]
    /// Readings whose slip or label is still required but was not printed, newest first.
    public let unprinted: [StationReadingResource]

    public init(
        station: String,
        clerk: StationClerkResource?,
        signIn: Bool,
        returns: Bool,
        context: StationContextResource,
        armed: String?,
        readings: [StationReadingResource],
        earlierReadings: Bool = false,
        scanners: [ScannerResource],
        queue: Int,
        lowSupplies: [SupplyResource] = [],
        folderTroubles: [FolderTroubleResource] = [],
        unprinted: [StationReadingResource] = []
    ) {
        self.station = station
        self.clerk = clerk
        self.signIn = signIn
        self.returns = returns
        self.context = context
        self.armed = armed
        self.readings = readings
        self.earlierReadings = earlierReadings
        self.scanners = scanners
        self.queue = queue
        self.lowSupplies = lowSupplies
        self.folderTroubles = folderTroubles
        self.unprinted = unprinted
    }
}

/// The clerk who is signed in at a station.
public struct StationClerkResource: WireValue {
    /// Barcode of the badge.
    public let barcode: String
    /// The name of the signed-in clerk.
    public let name: String
    /// When the badge was scanned: RFC 3339, UTC.
    public let since: String
    /// When the clerk is signed out unless something is scanned: RFC 3339, UTC.
    public let expires: String

    public init(barcode: String, name: String, since: String, expires: String) {
        self.barcode = barcode
        self.name = name
        self.since = since
        self.expires = expires
    }
}

/// The open context of a station, which decides where the next scans go.
public struct StationContextResource: WireValue {
    /// `closed`, `here` (put at this location), `into` (filed into this container), `with` (charged out to this
    /// person), `handing` (from one person to this one), `transit` (put in transit), `counting` (compared with the
    /// expected contents of this place), or `pulling` (sent to the recipient, if it is on this pull list).
    public let state: String
    /// Barcode of the open place, container, person or pull list; null if nothing is open or a transit has no
    /// recipient.
    public let barcode: String?
    /// The name of the place, with the places around it, innermost first.
    public let name: String?
    /// Barcode of the person who hands over.
    public let giver: String?
    /// Name of the person who hands over.
    public let giverName: String?
    /// When it was opened: RFC 3339, UTC; null if nothing is open.
    public let since: String?
    /// When it closes unless something is scanned: RFC 3339, UTC.
    public let expires: String?
    /// While counting, the number of expected items and containers that were scanned; while pulling, the number pulled.
    public let counted: Int?
    /// While counting, the number of items and containers expected; while pulling, the number on the list.
    public let expected: Int?

    public init(
        state: String,
        barcode: String?,
        name: String?,
        giver: String?,
        giverName: String?,
        since: String?,
        expires: String?,
        counted: Int?,
        expected: Int?
    ) {
        self.state = state
        self.barcode = barcode
        self.name = name
        self.giver = giver
        self.giverName = giverName
        self.since = since
        self.expires = expires
        self.counted = counted
        self.expected = expected
    }
}

/// A recent reading at a station, with its outcome.
public struct StationReadingResource: WireValue {
    /// The number of the reading.
    public let reading: Int64
    /// When it was read: RFC 3339, UTC.
    public let at: String
    /// `accepted`, `attention` or `refused`.
    public let verdict: String
    /// A stable word for the result or the refusal.
    public let kind: String
    /// The message for the clerk, in one line.
    public let message: String
    /// The code for display: control characters replaced, cut at 64 characters.
    public let code: String
    /// Barcode of the scanned entity; null if it is unknown.
    public let barcode: String?
    /// The last entry that the reading led to.
    public let entry: Int64?

    public static var members: [String: Schema] { ["verdict": .verdict] }

    public init(
        reading: Int64,
        at: String,
        verdict: String,
        kind: String,
        message: String,
        code: String,
        barcode: String?,
        entry: Int64?
    ) {
        self.reading = reading
        self.at = at
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.code = code
        self.barcode = barcode
        self.entry = entry
    }
}
