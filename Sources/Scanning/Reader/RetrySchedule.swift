/// When a scanner that could not be opened is tried again: soon at first, then ever more rarely.
struct RetrySchedule {
    private static let first = Duration.seconds(1)
    private static let longest = Duration.seconds(60)

    let node: DeviceNode
    let failure: ScannerFailure
    private(set) var next: ContinuousClock.Instant
    private var delay = Self.first

    /// A first try again; nil when trying again is of no use.
    init?(_ node: DeviceNode, after failure: ScannerFailure, now: ContinuousClock.Instant) {
        switch failure {
        case .cannotOpen, .cannotGrab, .cannotRead: break
        case .replaced, .badLayout: return nil
        }
        self.node = node
        self.failure = failure
        self.next = now.advanced(by: Self.first)
    }

    /// The schedule after another failure, and whether that one is news.
    func again(after failure: ScannerFailure, now: ContinuousClock.Instant) -> (schedule: RetrySchedule?, isNews: Bool)
    {
        guard var schedule = RetrySchedule(node, after: failure, now: now) else { return (nil, true) }
        schedule.delay = min(delay * 2, Self.longest)
        schedule.next = now.advanced(by: schedule.delay)
        return (schedule, failure != self.failure)
    }
}
