import ArgumentParser

/// A clerk's decision about doubtful labels.
enum DoubtChoice: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    /// The labels were not printed.
    case print
    /// The labels were printed.
    case keep
}
