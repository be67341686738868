import Wire

/// Looks at one thing that can be wrong.
protocol Check: Sendable {
    /// What it found: one finding, or one for each of several things of its sort.
    func findings() async -> [FindingResource]
}
