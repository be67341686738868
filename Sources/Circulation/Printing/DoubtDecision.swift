/// What a clerk found who looked whether labels came out.
public enum DoubtDecision: String, Sendable, Hashable, CaseIterable {
    /// They are not there: print them.
    case print
    /// They are there: take them for printed.
    case keep
}
