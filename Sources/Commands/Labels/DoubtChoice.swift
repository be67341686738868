import ArgumentParser

/// What a clerk found who looked for labels in doubt.
enum DoubtChoice: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    /// They are not there.
    case print
    /// They are there.
    case keep
}
