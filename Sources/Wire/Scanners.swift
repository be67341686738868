extension API {
    /// Requests about scanners.
    public enum Scanners {
        private static let scannerPath = Parameter(
            .path,
            "scanner",
            .text(example: "usb-1"),
            "The identifier of the scanner, percent-encoded."
        )
        /// The barcode that will be scanned for the test.
        public static let expected = Parameter(
            .query,
            "expected",
            .barcode,
            "The barcode that is scanned for the test; one made for it when absent."
        )

        public static let list = Endpoint<Nothing, Page<ScannerDeviceResource>>(
            "listScanners",
            .get,
            "/v1/scanners",
            .reader,
            "List connected devices that may be scanners",
            details: "Nothing is opened for it. A keyboard that nobody named is listed, and is not read.",
            parameters: [.limit, .cursor]
        )
        public static let pair = Endpoint<ScannerPairingRequest, ServerSentEvents>(
            "pairScanner",
            .post,
            "/v1/scanners/pairings",
            .administrator,
            "Pair the scanner that reads a barcode next",
            details: """
                For a minute the daemon listens to all keyboards that it does not read, for this barcode only, and \
                discards whatever else they type line by line. It ends at once when the client closes the \
                connection. Two events are named `pairing` (ScannerPairingResource): the first states what to \
                scan, the second which scanner did. A pairing survives a restart. It has no idempotency key, because \
                it ends with its connection: a repetition waits for another scan, and pairs the same scanner again \
                without harm.
                """,
            repetition: .never,
            refusals: [404, 409, 422, 502]
        )
        public static let forget = Endpoint<Nothing, Nothing>(
            "forgetScanner",
            .delete,
            "/v1/scanners/{scanner}",
            .administrator,
            "Remove the pairing of a scanner",
            parameters: [scannerPath],
            refusals: [409]
        )
        public static let test = Endpoint<Nothing, ServerSentEvents>(
            "testScanner",
            .get,
            "/v1/scanners/{scanner}/test",
            .clerk,
            "Show what a scanner sends, and check its settings",
            details: """
                One event is named `test` (ScannerTestResource); then follow `signal` (ScannerSignalResource) for \
                each key, report or piece of a line and its effect, and `judgement` (ScannerJudgementResource) \
                after each reading. Readings are recorded as usual.
                """,
            parameters: [scannerPath, expected],
            refusals: [409]
        )
    }
}

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
    /// The USB vendor id, four hexadecimal digits.
    public let vendor: String
    /// The USB product id, four hexadecimal digits.
    public let product: String
    /// The serial number; null if the device has none.
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

/// A scanner with its current state.
public struct ScannerResource: WireValue {
    /// The permanent name.
    public let scanner: String
    /// The name that the device reports.
    public let name: String
    /// The station of the scanner; null if it has none.
    public let station: String?
    /// `reading`, or why it cannot be read.
    public let state: String

    public init(scanner: String, name: String, station: String?, state: String) {
        self.scanner = scanner
        self.name = name
        self.station = station
        self.state = state
    }
}

/// A change of a scanner's state, or input that could not be understood.
public struct ScannerEventResource: WireValue {
    /// The name of the scanner.
    public let scanner: String
    /// The station of the scanner; null if it has none.
    public let station: String?
    /// `attached`, `detached`, `rejected`, `failed`, or `overflowed` for input that was lost and cannot be attributed
    /// to one scanner.
    public let kind: String
    /// The event, as text for people.
    public let message: String

    public init(scanner: String, station: String?, kind: String, message: String) {
        self.scanner = scanner
        self.station = station
        self.kind = kind
        self.message = message
    }
}
