extension API {
    /// Requests about readings.
    public enum Readings {
        private static let readingPath = Parameter(.path, "reading", .ordinal, "The number of the reading.")

        public static let list = Endpoint<Nothing, Page<ReadingResource>>(
            "listReadings",
            .get,
            "/v1/readings",
            .reader,
            "List readings as they came, newest first",
            parameters: [.limit, .cursor],
            work: .list
        )
        public static let record = Endpoint<ReadingRequest, OutcomeResource>(
            "recordReading",
            .post,
            "/v1/readings",
            .clerk,
            "Store and interpret a reading",
            details: "A reading that a rule refuses is taken too: its verdict says so.",
            refusals: [422]
        )
        public static let show = Endpoint<Nothing, ReadingResource>(
            "showReading",
            .get,
            "/v1/readings/{reading}",
            .reader,
            "Show a reading as it came",
            parameters: [readingPath]
        )
    }
}

/// A reading from a scanner that is not attached to the daemon.
public struct ReadingRequest: WireValue {
    /// The text as the scanner sent it, without the suffix; an AIM identifier may precede it.
    public let text: String
    /// The station where it was read, whose open context applies.
    public let station: String
    /// The symbology, if it is known otherwise.
    public let symbology: String?
    /// When it was read, by the scanner's clock: RFC 3339.
    public let occurredAt: String?

    public static var members: [String: Schema] {
        [
            "text": .text(example: "FD0000000018"),
            "station": .station,
            "symbology": .text(example: "code128"),
            "occurredAt": .moment,
        ]
    }

    public init(text: String, station: String, symbology: String? = nil, occurredAt: String? = nil) {
        self.text = text
        self.station = station
        self.symbology = symbology
        self.occurredAt = occurredAt
    }
}

/// A stored reading with its origin and outcome.
public struct ReadingResource: WireValue {
    /// The number of the reading.
    public let reading: Int64
    /// The text without its framing; null if it is not UTF-8.
    public let text: String?
    /// The bytes as base64; empty if they were expunged or nothing could be read.
    public let bytes: String
    /// The symbology, if the scanner reported it separately from the data.
    public let symbology: String?
    /// The station of the reading.
    public let station: String
    /// The name of the scanner.
    public let scanner: String?
    /// `keyboard`, `hid-pos`, `serial`, `socket` or `file`; null for readings of earlier versions, which did not store
    /// it.
    public let transport: String?
    /// How the scanner marked the end of the barcode: `enter`, `tab`, `cr`, `lf`, `cr-lf`, `etx`, `esc`, `report`, or
    /// `idle` for a pause.
    public let ending: String?
    /// USB or Bluetooth vendor of the scanner.
    public let vendor: String?
    /// The product name of the scanner; null if it is unknown.
    public let product: String?
    /// Serial number of the scanner.
    public let serial: String?
    /// The port to which the scanner was connected.
    public let port: String?
    /// `place` or `thing`, if a file stated it.
    public let role: String?
    /// Number of the batch of a file of readings.
    public let batch: Int64?
    /// The principal: `uid:N`, `custodian:N` or `daemon`.
    public let principal: String
    /// When it was read, by the scanner's clock: RFC 3339, UTC.
    public let occurredAt: String
    /// When the daemon stored it: RFC 3339, UTC.
    public let recordedAt: String
    /// `accepted`, `attention` or `refused`; null until it is interpreted.
    public let verdict: String?
    /// A stable word for the result or the refusal.
    public let kind: String?
    /// The last entry that the reading led to.
    public let entry: Int64?

    public static var members: [String: Schema] { ["verdict": .verdict] }

    public init(
        reading: Int64,
        text: String?,
        bytes: String,
        symbology: String?,
        station: String,
        scanner: String?,
        transport: String?,
        ending: String?,
        vendor: String?,
        product: String?,
        serial: String?,
        port: String?,
        role: String?,
        batch: Int64?,
        principal: String,
        occurredAt: String,
        recordedAt: String,
        verdict: String?,
        kind: String?,
        entry: Int64?
    ) {
        self.reading = reading
        self.text = text
        self.bytes = bytes
        self.symbology = symbology
        self.station = station
        self.scanner = scanner
        self.transport = transport
        self.ending = ending
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.port = port
        self.role = role
        self.batch = batch
        self.principal = principal
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.verdict = verdict
        self.kind = kind
        self.entry = entry
    }
}

/// The outcome of a reading.
public struct OutcomeResource: WireValue {
    /// The number of the reading.
    public let reading: Int64
    /// The station of the reading.
    public let station: String
    /// `accepted`, `attention` or `refused`.
    public let verdict: String
    /// A stable word for the result or the refusal.
    public let kind: String
    /// The message for the clerk, in one line.
    public let message: String
    /// Barcode of the scanned entity.
    public let barcode: String?
    /// The last entry that the reading led to.
    public let entry: Int64?

    public static var members: [String: Schema] { ["verdict": .verdict] }

    public init(
        reading: Int64,
        station: String,
        verdict: String,
        kind: String,
        message: String,
        barcode: String?,
        entry: Int64?
    ) {
        self.reading = reading
        self.station = station
        self.verdict = verdict
        self.kind = kind
        self.message = message
        self.barcode = barcode
        self.entry = entry
    }
}

/// Control barcodes that programs send as readings; each is the same at every site, and its number never changes.
public enum ControlCode: String, Sendable, Hashable, CaseIterable {
    case end = "CT0000000091"
    case startStocktake = "CT0000000147"
    case endStocktake = "CT0000000155"
    case confirm = "CT0000000163"
    case verify = "CT0000000171"
}
