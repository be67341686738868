/// The checks that the daemon runs on itself and its environment.
struct Diagnosis: Sendable {
    let checks: [any Check]

    /// The findings of all checks, in order.
    func findings() async -> [Finding] {
        var findings: [Finding] = []
        for check in checks { findings += await check.findings() }
        return findings
    }
}
