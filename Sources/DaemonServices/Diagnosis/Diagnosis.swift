/// Checks one possible source of trouble.
package protocol Check: Sendable {
    /// The result: one finding, or one for each object checked.
    func findings() async -> [Finding]
}

/// The checks that the daemon runs on itself and its environment.
package struct Diagnosis: Sendable {
    let checks: [any Check]

    package init(checks: [any Check]) { self.checks = checks }

    /// The findings of all checks, in order.
    package func findings() async -> [Finding] {
        var findings: [Finding] = []
        for check in checks { findings += await check.findings() }
        return findings
    }
}
