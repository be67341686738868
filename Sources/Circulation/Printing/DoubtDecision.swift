/// A clerk's decision about doubtful labels.
public enum DoubtDecision: String, Sendable, Hashable, CaseIterable {
    /// The labels were not printed: print them.
    case print
    /// The labels were printed: mark them as printed.
    case keep
}
