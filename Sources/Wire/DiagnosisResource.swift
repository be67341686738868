/// What the daemon found when it looked at itself and what it needs.
public struct DiagnosisResource: Sendable, Hashable, Codable {
    /// In the order in which they were looked at.
    public let findings: [FindingResource]

    public init(findings: [FindingResource]) { self.findings = findings }
}
