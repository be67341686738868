/// What one reading of the test barcode shows about the configuration of a scanner, problems first.
public struct ScannerJudgementResource: Sendable, Hashable, Codable {
    /// Whether nothing needs fixing.
    public let isGood: Bool
    public let findings: [ScannerFindingResource]

    public init(
        isGood: Bool,
        findings: [ScannerFindingResource]
    ) {
        self.isGood = isGood
        self.findings = findings
    }

    private enum CodingKeys: String, CodingKey {
        case isGood
        case findings
    }

    /// Encodes every member, absent ones as null, so that each documented member is always present.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isGood, forKey: .isGood)
        try container.encode(findings, forKey: .findings)
    }
}
