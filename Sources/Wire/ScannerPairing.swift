/// A request to pair the next scanner that reads the pairing barcode.
public struct ScannerPairingRequest: WireValue {
    /// The station to which its readings will belong.
    public let station: String?
    /// The name to which its readings are attributed.
    public let name: String?
    /// The keyboard layout; detected from the keys if absent.
    public let layout: String?
    /// The variant of the layout.
    public let variant: String?
    /// How its barcodes end: `suffix`, `cr`, `lf`, `cr-lf`, `tab`, `stx-etx`, `stx-cr`, `esc` or `idle`; detected from
    /// the keys if absent.
    public let framing: String?
    /// Whether it stores codes and sends them in quick succession.
    public let memory: Bool?
    /// Whether it reads only linear symbols, no QR, Data Matrix or PDF417 symbols.
    public let linear: Bool?
    /// Whether to listen on USB serial lines, too.
    public let serial: Bool?
    /// The printer for the barcode, with `isPrinted`.
    public let printer: String?
    /// Whether to print the barcode as a label.
    public let isPrinted: Bool?
    /// Kinds of printer trouble that do not prevent printing, such as `out-of-labels`.
    public let despite: [String]?

    public static var members: [String: Schema] {
        [
            "station": .station,
            "name": .text(lengths: 1...Int.max, example: "desk scanner"),
            "layout": .text(example: "us"),
            "variant": .text(example: "intl"),
            "framing": .word(["suffix", "cr", "lf", "cr-lf", "tab", "stx-etx", "stx-cr", "esc", "idle"]),
            "printer": .printer,
            "despite": .overrides,
        ]
    }

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
        isPrinted: Bool?,
        despite: [String]? = nil
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
        self.despite = despite
    }
}

/// The state of a pairing: the barcode to scan and the scanner that read it.
public struct ScannerPairingResource: WireValue {
    /// The barcode to scan.
    public let text: String
    /// The barcode as a QR code: a row of `1` (dark) and `0` for each line, without the quiet zone.
    public let rows: [String]
    /// The time limit of the pairing, in seconds.
    public let seconds: Int
    /// `listening`, `paired` or `failed`.
    public let state: String
    /// The message for the user, in one line.
    public let message: String
    /// The scanner that read the barcode.
    public let scanner: ScannerDeviceResource?
    /// The layouts under which its keys spell the barcode, likeliest first.
    public let layouts: [String]

    public init(
        text: String,
        rows: [String],
        seconds: Int,
        state: String,
        message: String,
        scanner: ScannerDeviceResource?,
        layouts: [String]
    ) {
        self.text = text
        self.rows = rows
        self.seconds = seconds
        self.state = state
        self.message = message
        self.scanner = scanner
        self.layouts = layouts
    }
}
