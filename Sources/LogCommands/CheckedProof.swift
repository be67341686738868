import CommandBasics
import Localization
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
            throw CommandFailure(.inputOutput, Message("\(path, "file"): \(error.description, "reason")"))
        }
        verdict = bundle.verdict(trusting: keys)
    }
}

extension CheckedBundle: Presentable {
    var document: CheckedBundleDocument { CheckedBundleDocument(checked: self) }

    var lines: [StyledText] {
        let steps = verdict.findings.map { finding in
            StyledText(finding.outcome.word, style(of: finding.outcome)).padded(to: 7) + " "
                + StyledText(finding.step.word).padded(to: 12) + " " + StyledText(finding.sentence, .faint)
        }
        return steps + content + conclusion
    }

    var identifiers: [String] { [verdict.conclusion.rawValue] }

    /// The entry and its texts, unless the proof is refused.
    private var content: [StyledText] {
        guard case .entry(let bundle) = bundle, verdict.conclusion != .refused else { return [] }
        let (entry, text) = (Message("entry", context: "proof"), Message("text", context: "proof"))
        return [StyledText(entry).padded(to: 7) + " " + StyledText(String(decoding: bundle.body, as: UTF8.self))]
            + bundle.texts.map { StyledText(text).padded(to: 7) + " " + StyledText("\($0.field): \($0.text)") }
    }

    private var conclusion: [StyledText] {
        switch verdict.conclusion {
        case .proved:
            return [Message("proved: \(bundle.statement, "statement")").styled(.good)]
        case .dependsOnKey:
            let signers = bundle.keys.map(\.description)
            return [
                Message("not proved: the key in the file is trusted on its own word only").styled(.warning),
                StyledText(Message("it says that \(bundle.statement, "statement")")),
                StyledText(
                    Message(
                        "and that the key is the one below; compare it with the log's own, then give it with --key"
                    )
                ),
            ] + signers.map { StyledText("  " + $0) }
        case .refused:
            return [Message("REFUSED: nothing in this file is to be believed").styled(.bad)]
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
    var statement: Message {
        switch self {
        case .entry(let bundle):
            let origin = bundle.checkpoint.checkpoint.origin
            return Message(
                "entry \(.number(bundle.entry), "entry") stands in the log \(origin, "log") as shown here"
            )
        case .growth(let bundle):
            let (earlier, later) = (bundle.earlier.checkpoint, bundle.later.checkpoint)
            return Message(
                "the log \(later.origin, "log") only grew, from \(Int(earlier.head.size), "before") to "
                    + "\(Int(later.head.size), "after") entries"
            )
        }
    }

    func verdict(trusting keys: [NoteVerifierKey]) -> ProofVerdict {
        switch self {
        case .entry(let bundle): bundle.verify(trusting: keys)
        case .growth(let bundle): bundle.verify(trusting: keys)
        }
    }
}

extension ProofFinding.Outcome {
    /// The word for people.
    fileprivate var word: Message {
        switch self {
        case .passed: Message("passed", context: "step of a proof")
        case .failed: Message("failed", context: "step of a proof")
        case .open: Message("open", context: "step of a proof")
        }
    }
}

extension ProofStep {
    /// The word for people.
    fileprivate var word: Message {
        switch self {
        case .signature: Message("signature", context: "step of a proof")
        case .origin: Message("origin", context: "step of a proof")
        case .trust: Message("trust", context: "step of a proof")
        case .number: Message("number", context: "step of a proof")
        case .form: Message("form", context: "step of a proof")
        case .inclusion: Message("inclusion", context: "step of a proof")
        case .texts: Message("texts", context: "step of a proof")
        case .consistency: Message("consistency", context: "step of a proof")
        }
    }
}
