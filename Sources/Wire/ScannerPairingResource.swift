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
