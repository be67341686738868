/// Checks the signatures of a bundle's checkpoints.
struct SignatureCheck {
    let checkpoints: [SignedCheckpoint]
    /// The keys in the bundle.
    let enclosed: [NoteVerifierKey]
    /// The keys that the verifier trusts, and those reached from them.
    let trusted: [NoteVerifierKey]

    var findings: [ProofFinding] { [signature, origin, trust] }

    private var signature: ProofFinding {
        // A wrong signature by a known key means that the note was altered.
        for checkpoint in checkpoints {
            do throws(CheckpointError) {
                let signers = try checkpoint.signers(among: enclosed + trusted)
                guard signers.contains(where: enclosed.contains) else { throw .note(.unknownSigners) }
            } catch {
                return .failed(.signature, error.description)
            }
        }
        let names = enclosed.map { "\($0.name)+\($0.id)" }.joined(separator: ", ")
        return .passed(.signature, "signed by \(names)")
    }

    private var origin: ProofFinding {
        for checkpoint in checkpoints where !enclosed.contains(where: { isOwn($0, of: checkpoint) }) {
            return .failed(.origin, "cannot believe a checkpoint of a log that the key is not named after")
        }
        return .passed(.origin, "of the log \(checkpoints.first?.checkpoint.origin ?? "")")
    }

    private var trust: ProofFinding {
        guard !trusted.isEmpty else {
            let sentence = "cannot tell whether the key is the log's own, compare it with one you trust"
            return ProofFinding(.trust, .open, sentence)
        }
        for checkpoint in checkpoints {
            let signers = (try? checkpoint.signers(among: trusted)) ?? []
            guard signers.contains(where: { isOwn($0, of: checkpoint) }) else {
                return .failed(.trust, "cannot believe the checkpoint, no key that you trust has signed it")
            }
        }
        return .passed(.trust, "signed by a key that you trust")
    }

    private func isOwn(_ key: NoteVerifierKey, of checkpoint: SignedCheckpoint) -> Bool {
        key.name.text.utf8.elementsEqual(checkpoint.checkpoint.origin.utf8)
    }
}
