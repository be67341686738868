extension ProofBundle {
    /// Verifies every step, even after one failed.
    ///
    /// `keys` are the log's own, which the verifier knows from elsewhere. Without any key the best conclusion is
    /// ``ProofVerdict/Conclusion/dependsOnKey``.
    public func verify(trusting keys: [NoteVerifierKey]) -> ProofVerdict {
        let vouching = SignatureCheck(
            checkpoints: [checkpoint],
            enclosed: [key],
            trusted: KeyChange.reached(from: keys, by: keyChanges)
        )
        let members = canonicalMembers
        return ProofVerdict(
            vouching.findings + [number(in: members), form(of: members), leaf, reveal(against: members)]
        )
    }

    /// The members of the body; nil if it is not a canonical JSON object.
    private var canonicalMembers: JSONMembers? {
        guard case .object(let members)? = JSONParser.canonicalValue(of: body) else { return nil }
        return members
    }

    private func number(in members: JSONMembers?) -> ProofFinding {
        guard entry <= inclusion.treeSize else {
            return .failed(.number, "cannot find entry \(entry) in a log of \(inclusion.treeSize)")
        }
        guard let members, members["entry"] == .integer(entry) else {
            return .failed(.number, "cannot take the body for entry \(entry), it does not bear that number")
        }
        return .passed(.number, "entry \(entry) of \(inclusion.treeSize)")
    }

    private func form(of members: JSONMembers?) -> ProofFinding {
        members == nil
            ? .failed(.form, "cannot read the body, it is not canonical JSON")
            : .passed(.form, "the body has one reading")
    }

    private var leaf: ProofFinding {
        do throws(TreeError) {
            try inclusion.verify(TreeHash(ofLeaf: body), in: checkpoint.checkpoint.head)
            return .passed(.inclusion, "the body leads to the signed root hash")
        } catch {
            return .failed(.inclusion, error.description)
        }
    }

    private func reveal(against members: JSONMembers?) -> ProofFinding {
        guard !texts.isEmpty else { return .passed(.texts, "no text is shown") }
        guard case .object(let commitments)? = members?["texts"] else {
            return .failed(.texts, "cannot believe the texts, the entry has none")
        }
        for text in texts where commitments[text.field] != .string(text.commitment) {
            return .failed(.texts, "cannot believe the \(text.field), it is not the one that was recorded")
        }
        return .passed(.texts, "as recorded: " + texts.map(\.field).joined(separator: ", "))
    }
}
