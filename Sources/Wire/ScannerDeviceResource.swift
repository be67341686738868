/// A connected scanner, or a device that may be one.
public struct ScannerDeviceResource: WireValue {
    /// The permanent name: `vendor:product:serial`, or `vendor:product@port` if it has no serial number.
    public let scanner: String
    /// The name that the device reports.
    public let name: String
    /// The name in the configuration.
    public let label: String?
    /// `keyboard`, `hid-pos` or `serial`.
    public let transport: String
    public let vendor: String
    public let product: String
    public let serial: String?
    /// The port to which it is connected.
    public let port: String?
    /// The interface of its USB device, two hexadecimal digits; null if it has none.
    public let interface: String?
    /// The device node in /dev.
    public let node: String
    /// The station to which its readings belong.
    public let station: String?
    /// How it was identified as a scanner: `configuration`, `pairing` or `rule` (udev); null if it was not, in which
    /// case it is not read.
    public let namedBy: String?
    /// `reading`, `not read`, or why it cannot be read.
    public let state: String
    /// The keyboard layout used for decoding; null for other transports.
    public let layout: String?
    /// How the end of its barcodes is recognised; null for HID POS.
    public let framing: String?
    /// The letters that it puts before each barcode; null for none.
    public let prefix: String?
    /// The letters that it puts after each barcode; null for none.
    public let suffix: String?
    /// Whether it stores codes and sends them in quick succession.
    public let memory: Bool
    /// Whether it reads only linear symbols, no QR, Data Matrix or PDF417 symbols.
    public let linear: Bool

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
        framing: String?,
        prefix: String?,
        suffix: String?,
        memory: Bool,
        linear: Bool
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
        self.prefix = prefix
        self.suffix = suffix
        self.memory = memory
        self.linear = linear
    }
}
