/// What a bundle proves, step by step.
public struct ProofVerdict: Sendable, Hashable {
    /// What follows from the findings.
    public enum Conclusion: String, Sendable, Hashable {
        /// Every step passed: what the bundle says is so.
        case proved
        /// It is so if the key in the bundle is the log's own, which the reader must find out elsewhere.
        case dependsOnKey
        /// At least one step failed; nothing in the bundle is to be believed.
        case refused
    }

    /// One finding for each step that the sort of bundle has, in the order in which they were made.
    public let findings: [ProofFinding]

    public var conclusion: Conclusion {
        if findings.contains(where: { $0.outcome == .failed }) { return .refused }
        return findings.contains { $0.outcome == .open } ? .dependsOnKey : .proved
    }

    init(_ findings: [ProofFinding]) { self.findings = findings }
}
