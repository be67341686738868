/// One thing that must hold for a bundle to prove something.
public enum ProofStep: String, Sendable, Hashable, CaseIterable {
    /// The key in the bundle signed each checkpoint.
    case signature
    /// The checkpoint is of the log that the key is named after.
    case origin
    /// A key that the reader trusts signed it too; the one step that needs something from outside the file.
    case trust
    /// The entry stands within the size of the checkpoint and bears the number that the bundle says.
    case number
    /// The body has the one encoding that entries have, so that nobody can read it in two ways.
    case form
    /// The body and the hashes lead to the signed root hash.
    case inclusion
    /// Each revealed text is the one that the body commits to.
    case texts
    /// The later log begins with all entries of the earlier one.
    case consistency
}
