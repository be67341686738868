/// The beginning of a scanner test: the scanner and the barcode to scan.
public struct ScannerTestResource: WireValue {
    public let scanner: String
    /// The test barcode.
    public let expected: String
    /// The barcode as a QR code: a row of `1` (dark) and `0` for each line, without the quiet zone.
    public let rows: [String]

    public init(
        scanner: String,
        expected: String,
        rows: [String]
    ) {
        self.scanner = scanner
        self.expected = expected
        self.rows = rows
    }
}
