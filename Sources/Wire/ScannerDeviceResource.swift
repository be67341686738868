/// A gun, or a device that may be one, as it is plugged in now.
public struct ScannerDeviceResource: Sendable, Hashable, Codable {
    /// What names it for good: `vendor:product:serial`, or `vendor:product@port` without a serial number of its own.
    public let scanner: String
    /// What it calls itself.
    public let name: String
    /// What the configuration calls it.
    public let label: String?
    /// `keyboard`, `hid-pos` or `serial`.
    public let transport: String
    public let vendor: String
    public let product: String
    public let serial: String?
    /// The port that it is plugged into.
    public let port: String?
    /// The interface of its USB device, two hexadecimal digits; null when it has none.
    public let interface: String?
    /// Its node in /dev.
    public let node: String
    /// The station that its readings belong to.
    public let station: String?
    /// Who says that it is a gun: `configuration`, `pairing` or `rule` (udev); null when nobody does, and nobody reads it.
    public let namedBy: String?
    /// `reading`, `not read`, or why it cannot be read.
    public let state: String
    /// The keyboard layout that it is read under; null for other transports.
    public let layout: String?
    /// What ends its barcodes; null for HID POS.
    public let framing: String?

    public init(
        scanner: String,
        name: String,
        label: String?,
        transport: String,
        vendor: String,
        product: String,
        serial: String?,
        port: String?,
        interface: String?,
        node: String,
        station: String?,
        namedBy: String?,
        state: String,
        layout: String?,
        framing: String?
    ) {
        self.scanner = scanner
        self.name = name
        self.label = label
        self.transport = transport
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.port = port
        self.interface = interface
        self.node = node
        self.station = station
        self.namedBy = namedBy
        self.state = state
        self.layout = layout
        self.framing = framing
    }

    private enum CodingKeys: String, CodingKey {
        case scanner
        case name
        case label
        case transport
        case vendor
        case product
        case serial
        case port
        case interface
        case node
        case station
        case namedBy
        case state
        case layout
        case framing
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scanner, forKey: .scanner)
        try container.encode(name, forKey: .name)
        try container.encode(label, forKey: .label)
        try container.encode(transport, forKey: .transport)
        try container.encode(vendor, forKey: .vendor)
        try container.encode(product, forKey: .product)
        try container.encode(serial, forKey: .serial)
        try container.encode(port, forKey: .port)
        try container.encode(interface, forKey: .interface)
        try container.encode(node, forKey: .node)
        try container.encode(station, forKey: .station)
        try container.encode(namedBy, forKey: .namedBy)
        try container.encode(state, forKey: .state)
        try container.encode(layout, forKey: .layout)
        try container.encode(framing, forKey: .framing)
    }
}
