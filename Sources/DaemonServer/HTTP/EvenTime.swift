/// Rounds response times up, so that timing does not reveal whether a concealed entity exists.
///
/// Answers for a concealed entity and for a missing one run the same SQL statements; the remaining difference is some
/// microseconds of work. A response sent a whole number of steps after its request arrived takes equally long in both
/// cases.
enum EvenTime {
    /// Long compared with the work, and too short for a clerk to notice.
    static let step: Duration = .milliseconds(5)

    /// Waits until a whole number of steps has passed since `start`.
    static func wait(since start: ContinuousClock.Instant) async {
        let passed = start.duration(to: .now)
        let steps = Int(passed / step) + 1
        // Cancelled when the client disconnects, which reveals nothing to it.
        try? await Task.sleep(until: start.advanced(by: step * steps), tolerance: .zero, clock: .continuous)
    }
}
