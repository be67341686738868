/// The result of a reading, as one of the three colours of the station screen.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Done as scanned.
    case accepted
    /// Nothing had to be done, but the clerk should know why.
    case attention
    /// Nothing was done, and the clerk must look.
    case refused
}
