import LogProof

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
