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
