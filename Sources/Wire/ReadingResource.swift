/// One reading as it is kept: what came, from which gun, when, and what became of it.
public struct ReadingResource: Sendable, Hashable, Codable {
    /// Its number.
    public let reading: Int64
    /// What was read, without what framed it; null when it is not text in UTF-8.
    public let text: String?
    /// The same as base64; empty once it was expunged, and where nothing could be read.
    public let bytes: String
    /// The kind of symbol, where the gun told it apart from the data.
    public let symbology: String?
    public let station: String
    /// What the gun is called.
    public let scanner: String?
    /// `keyboard`, `hid-pos`, `serial`, `socket` or `file`; null for readings from before this was kept.
    public let transport: String?
    /// How the gun said that the barcode is complete: `enter`, `tab`, `cr`, `lf`, `cr-lf`, `etx`, `esc`, `report`, or `idle` for a pause.
    public let ending: String?
    /// USB or Bluetooth vendor of the gun.
    public let vendor: String?
    public let product: String?
    /// Serial number of the gun.
    public let serial: String?
    /// The port that the gun was plugged into.
    public let port: String?
    /// `place` or `thing`, where a file said so.
    public let role: String?
    /// The file that it came in.
    public let batch: Int64?
    /// Who told the daemon: `uid:N`, `custodian:N` or `daemon`.
    public let principal: String
    /// When it was read, by the clock of the gun: RFC 3339, UTC.
    public let occurredAt: String
    /// When the daemon stored it.
    public let recordedAt: String
    /// `accepted`, `attention` or `refused`; null while nobody interpreted it.
    public let verdict: String?
    /// A stable word for what happened or why not.
    public let kind: String?
    /// The last entry that it led to.
    public let entry: Int64?

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

    private enum CodingKeys: String, CodingKey {
        case reading
        case text
        case bytes
        case symbology
        case station
        case scanner
        case transport
        case ending
        case vendor
        case product
        case serial
        case port
        case role
        case batch
        case principal
        case occurredAt
        case recordedAt
        case verdict
        case kind
        case entry
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reading, forKey: .reading)
        try container.encode(text, forKey: .text)
        try container.encode(bytes, forKey: .bytes)
        try container.encode(symbology, forKey: .symbology)
        try container.encode(station, forKey: .station)
        try container.encode(scanner, forKey: .scanner)
        try container.encode(transport, forKey: .transport)
        try container.encode(ending, forKey: .ending)
        try container.encode(vendor, forKey: .vendor)
        try container.encode(product, forKey: .product)
        try container.encode(serial, forKey: .serial)
        try container.encode(port, forKey: .port)
        try container.encode(role, forKey: .role)
        try container.encode(batch, forKey: .batch)
        try container.encode(principal, forKey: .principal)
        try container.encode(occurredAt, forKey: .occurredAt)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(kind, forKey: .kind)
        try container.encode(entry, forKey: .entry)
    }
}
