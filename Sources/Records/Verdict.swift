/// How a reading ended, in the three colours of the station screen.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Done as scanned.
    case accepted
    /// Nothing had to be done, and the clerk should know.
    case attention
    /// Nothing was done, and the clerk must look.
    case refused
}
