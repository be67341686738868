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

/// The result of one step, with a sentence for the verifier.
public struct ProofFinding: Sendable, Hashable, CustomStringConvertible {
    /// The outcome of a step.
    public enum Outcome: String, Sendable, Hashable {
        case passed
        case failed
        /// The verifier named no trusted key.
        case open
    }

    public let step: ProofStep
    public let outcome: Outcome
    public let sentence: String

    public var description: String { "\(outcome.rawValue) \(step.rawValue): \(sentence)" }

    init(_ step: ProofStep, _ outcome: Outcome, _ sentence: String) {
        self.step = step
        self.outcome = outcome
        self.sentence = sentence
    }

    static func passed(_ step: ProofStep, _ sentence: String) -> ProofFinding { .init(step, .passed, sentence) }

    static func failed(_ step: ProofStep, _ sentence: String) -> ProofFinding { .init(step, .failed, sentence) }
}

/// A condition that must hold for a bundle to prove something.
public enum ProofStep: String, Sendable, Hashable, CaseIterable {
    /// The key in the bundle signed each checkpoint.
    case signature
    /// The origin of the checkpoint is the name of the key.
    case origin
    /// A key that the verifier trusts signed it, too.
    ///
    /// This is the only step that needs information from outside the file.
    case trust
    /// The entry is within the size of the checkpoint and contains the number that the bundle states.
    case number
    /// The body has the canonical encoding of entries, so that it has only one reading.
    case form
    /// The hashes lead from the body to the signed root hash.
    case inclusion
    /// The body commits to each revealed text.
    case texts
    /// The later log begins with all entries of the earlier one.
    case consistency
}
