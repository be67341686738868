/// The beginning of a test: which gun, and what to scan.
public struct ScannerTestResource: Sendable, Hashable, Codable {
    public let scanner: String
    /// The test barcode.
    public let expected: String
    /// The same as a QR code, a row of `1` (dark) and `0` each, without its quiet zone.
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

    private enum CodingKeys: String, CodingKey {
        case scanner
        case expected
        case rows
    }

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scanner, forKey: .scanner)
        try container.encode(expected, forKey: .expected)
        try container.encode(rows, forKey: .rows)
    }
}
