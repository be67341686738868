import CommandBasics
import LogProof
import Terminal

/// A proof from a file, with the verdict.
struct CheckedBundle: Sendable {
    let bundle: BundleFile
    let verdict: ProofVerdict

    /// Reads the file at `path`, or standard input for `-`, and checks it without a daemon.
    init(path: String, trusting keys: [NoteVerifierKey]) async throws {
        let bytes = try await FileBytes.all(path: path, limit: ProofBundle.largest)
        do {
            bundle = try BundleFile(parsing: bytes)
        } catch {
            throw CommandFailure(.inputOutput, "\(path): \(error)")
        }
        verdict = bundle.verdict(trusting: keys)
    }
}

extension CheckedBundle: Presentable {
    var document: CheckedBundleDocument { CheckedBundleDocument(checked: self) }

    var lines: [StyledText] {
        let steps = verdict.findings.map { finding in
            StyledText(finding.outcome.rawValue, style(of: finding.outcome)).padded(to: 8)
                + StyledText(finding.step.rawValue).padded(to: 13)
                + StyledText(finding.sentence, .faint)
        }
        return steps + content + conclusion
    }

    var identifiers: [String] { [verdict.conclusion.rawValue] }

    /// The entry and its texts, unless the proof is refused.
    private var content: [StyledText] {
        guard case .entry(let bundle) = bundle, verdict.conclusion != .refused else { return [] }
        return [StyledText("entry").padded(to: 8) + StyledText(String(decoding: bundle.body, as: UTF8.self))]
            + bundle.texts.map { StyledText("text").padded(to: 8) + StyledText($0.field + ": ") + StyledText($0.text) }
    }

    private var conclusion: [StyledText] {
        switch verdict.conclusion {
        case .proved:
            return [StyledText("proved", .good) + StyledText(": \(bundle.statement)")]
        case .dependsOnKey:
            let signers = bundle.keys.map(\.description)
            return [
                StyledText("not proved", .warning) + ": the key in the file is trusted on its own word only",
                StyledText("it says that \(bundle.statement)"),
                "and that the key is the one below; compare it with the log's own, then give it with --key",
            ] + signers.map { StyledText("  " + $0) }
        case .refused:
            return [StyledText("REFUSED", .bad) + ": nothing in this file is to be believed"]
        }
    }

    private func style(of outcome: ProofFinding.Outcome) -> TextStyle {
        switch outcome {
        case .passed: .good
        case .failed: .bad
        case .open: .warning
        }
    }
}

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

/// A proof of either kind.
enum BundleFile: Sendable {
    case entry(ProofBundle)
    case growth(ConsistencyBundle)

    /// Parses an untrusted file of either kind.
    init(parsing file: [UInt8]) throws(BundleError) {
        do {
            self = .entry(try ProofBundle(parsing: file))
        } catch .otherFormat(ConsistencyBundle.format) {
            self = .growth(try ConsistencyBundle(parsing: file))
        }
    }

    /// The `format` in the file.
    var format: String {
        switch self {
        case .entry: ProofBundle.format
        case .growth: ConsistencyBundle.format
        }
    }

    /// The keys in the file, which are not trusted merely for being there.
    var keys: [NoteVerifierKey] {
        switch self {
        case .entry(let bundle): [bundle.key]
        case .growth(let bundle): bundle.keys
        }
    }

    /// What the proof states, for display; as reliable as the verdict.
    var statement: String {
        switch self {
        case .entry(let bundle):
            "entry \(bundle.entry) stands in the log \(bundle.checkpoint.checkpoint.origin) as shown here"
        case .growth(let bundle):
            "the log \(bundle.later.checkpoint.origin) only grew, "
                + "from \(bundle.earlier.checkpoint.head.size) to \(bundle.later.checkpoint.head.size) entries"
        }
    }

    func verdict(trusting keys: [NoteVerifierKey]) -> ProofVerdict {
        switch self {
        case .entry(let bundle): bundle.verify(trusting: keys)
        case .growth(let bundle): bundle.verify(trusting: keys)
        }
    }
}
