/// The results of the daemon's checks of itself and its environment.
public struct DiagnosisResource: WireValue {
    /// The findings, in the order of the checks.
    public let findings: [FindingResource]

    public init(findings: [FindingResource]) { self.findings = findings }
}
