/// Checks one possible source of trouble.
package protocol Check: Sendable {
    /// The result: one finding, or one for each object checked.
    func findings() async -> [Finding]
}
