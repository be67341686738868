import LogProof

/// The JSON form of a checked proof.
struct CheckedBundleDocument: Sendable, Encodable {
    let checked: CheckedBundle

    private enum CodingKeys: String, CodingKey {
        case format
        case conclusion
        case keys
        case findings
    }

    private struct Finding: Encodable {
        let step: String
        let outcome: String
        let sentence: String
    }

    /// Encodes the proof.
    ///
    /// `conclusion` is `proved`, `dependsOnKey` or `refused`; `keys` are those in the file, trusted or not.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(checked.bundle.format, forKey: .format)
        try container.encode(checked.verdict.conclusion.rawValue, forKey: .conclusion)
        try container.encode(checked.bundle.keys.map(\.description), forKey: .keys)
        let findings = checked.verdict.findings.map {
            Finding(step: $0.step.rawValue, outcome: $0.outcome.rawValue, sentence: $0.sentence)
        }
        try container.encode(findings, forKey: .findings)
    }
}
