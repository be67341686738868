/// What one reading of the test barcode shows about the configuration of a scanner, problems first.
public struct ScannerJudgementResource: WireValue {
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
}
