internal import Glibc

/// The processor time that the calling thread may still spend on an image.
struct DecodingBudget: Sendable {
    private let end: Double

    init(seconds: Double) { end = Self.now + seconds }

    var isSpent: Bool { Self.now >= end }

    private static var now: Double {
        var time = timespec()
        guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
