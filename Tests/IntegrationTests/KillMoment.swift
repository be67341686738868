/// When a daemon is killed: so many moves after it began, and then anywhere in the work of the next few commits.
struct KillMoment {
    let moves: Int
    let after: Duration

    static func random(using generator: inout some RandomNumberGenerator) -> KillMoment {
        KillMoment(
            moves: Int.random(in: 1...80, using: &generator),
            after: .microseconds(Int.random(in: 0...5_000, using: &generator))
        )
    }

    /// Returns when it has come, however busy the machine is.
    func pass() async {
        let end = ContinuousClock().now + after
        while ContinuousClock().now < end { await Task.yield() }
    }
}
