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
