/// A wish to bind the next gun that types a pairing barcode.
public struct ScannerPairingRequest: Sendable, Hashable, Codable {
    /// The station that its readings shall belong to.
    public let station: String?
    /// What its readings are attributed to.
    public let name: String?
    /// The keyboard layout; told from the keys when absent.
    public let layout: String?
    /// The variant of the layout.
    public let variant: String?
    /// What ends its barcodes: `suffix`, `cr`, `lf`, `cr-lf`, `tab`, `stx-etx`, `stx-cr`, `esc` or `idle`; told from the keys when absent.
    public let framing: String?
    /// Whether it sends codes that it has stored one right after the other.
    public let memory: Bool?
    /// Whether it reads linear symbols only, and no QR, Data Matrix or PDF417 symbol.
    public let linear: Bool?
    /// Whether serial lines over USB are listened to as well.
    public let serial: Bool?
    /// Prints the barcode on this printer, with `isPrinted`.
    public let printer: String?
    /// Whether to print the barcode as a label.
    public let isPrinted: Bool?

    public init(
        station: String?,
        name: String?,
        layout: String?,
        variant: String?,
        framing: String?,
        memory: Bool? = nil,
        linear: Bool? = nil,
        serial: Bool? = nil,
        printer: String?,
        isPrinted: Bool?
    ) {
        self.station = station
        self.name = name
        self.layout = layout
        self.variant = variant
        self.framing = framing
        self.memory = memory
        self.linear = linear
        self.serial = serial
        self.printer = printer
        self.isPrinted = isPrinted
    }

    private enum CodingKeys: String, CodingKey {
        case station
        case name
        case layout
        case variant
        case framing
        case memory
        case linear
        case serial
        case printer
        case isPrinted
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(station, forKey: .station)
        try container.encode(name, forKey: .name)
        try container.encode(layout, forKey: .layout)
        try container.encode(variant, forKey: .variant)
        try container.encode(framing, forKey: .framing)
        try container.encode(memory, forKey: .memory)
        try container.encode(linear, forKey: .linear)
        try container.encode(serial, forKey: .serial)
        try container.encode(printer, forKey: .printer)
        try container.encode(isPrinted, forKey: .isPrinted)
    }
}
