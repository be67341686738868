/// When to retry a scanner that could not be opened: soon at first, then at increasing intervals.
struct RetrySchedule {
    private static let first = Duration.seconds(1)
    private static let longest = Duration.seconds(60)

    let node: DeviceNode
    private(set) var next: ContinuousClock.Instant
    private var delay = Self.first

    /// Schedules the first retry; nil when retrying is pointless.
    init?(_ node: DeviceNode, after failure: ScannerFailure, now: ContinuousClock.Instant) {
        switch failure {
        case .cannotOpen, .cannotGrab, .cannotRead: break
        case .replaced, .badLayout, .indistinguishable: return nil
        }
        self.node = node
        self.next = now.advanced(by: Self.first)
    }

    /// The schedule after another failure; nil when retrying is pointless.
    func again(after failure: ScannerFailure, now: ContinuousClock.Instant) -> RetrySchedule? {
        guard var schedule = RetrySchedule(node, after: failure, now: now) else { return nil }
        schedule.delay = min(delay * 2, Self.longest)
        schedule.next = now.advanced(by: schedule.delay)
        return schedule
    }
}
