/// Checks one possible source of trouble.
protocol Check: Sendable {
    /// The result: one finding, or one for each object checked.
    func findings() async -> [Finding]
}
