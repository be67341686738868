/// The times at which answers leave from which somebody might tell a thing that is kept from them from one that is not there.
///
/// Both take the same statements; what is left is some microseconds of work. An answer that leaves at a whole number of
/// steps after its request came takes as long with that work as without it.
enum EvenTime {
    /// Long against the work, and short against what a clerk notices.
    static let step: Duration = .milliseconds(5)

    /// Waits until a whole number of steps have passed since `start`.
    static func wait(since start: ContinuousClock.Instant) async {
        let passed = start.duration(to: .now)
        let steps = Int(passed / step) + 1
        // Who goes away meanwhile learns nothing.
        try? await Task.sleep(until: start.advanced(by: step * steps), tolerance: .zero, clock: .continuous)
    }
}
