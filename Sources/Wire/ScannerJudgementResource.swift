/// What one reading of the test barcode shows about the set-up of a gun, what is to be mended first.
public struct ScannerJudgementResource: Sendable, Hashable, Codable {
    /// Nothing has to be mended.
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

    /// Writes every member, absent ones as null: what is documented is always there.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isGood, forKey: .isGood)
        try container.encode(findings, forKey: .findings)
    }
}
