/// What a bundle proves, step by step.
public struct ProofVerdict: Sendable, Hashable {
    /// The conclusion from the findings.
    public enum Conclusion: String, Sendable, Hashable {
        /// Every step passed: the bundle's statement is true.
        case proved
        /// The statement is true if the key in the bundle is the log's own, which the verifier must find out elsewhere.
        case dependsOnKey
        /// At least one step failed: nothing in the bundle is reliable.
        case refused
    }

    /// One finding for each step of this kind of bundle, in the order in which they were made.
    public let findings: [ProofFinding]

    public var conclusion: Conclusion {
        if findings.contains(where: { $0.outcome == .failed }) { return .refused }
        return findings.contains { $0.outcome == .open } ? .dependsOnKey : .proved
    }

    init(_ findings: [ProofFinding]) { self.findings = findings }
}
