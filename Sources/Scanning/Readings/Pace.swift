/// How what one scanner sends follows what it sent before, in microseconds.
struct Pace {
    /// Two codes that a person scans are farther apart, and the keys or bytes of one code nearer.
    static let apart: Int64 = 400_000

    /// The pause before the code that came last.
    private(set) var pauseBefore = Int64.max
    /// The longest pause within it.
    private(set) var longestPause: Int64 = 0
    private var last: Int64?

    /// Notes what belongs to a code; `isWithin` says that the code had begun before.
    mutating func note(_ time: Int64, isWithin: Bool) {
        let pause = last.map { time &- $0 } ?? .max
        last = time
        if isWithin, pause <= Self.apart {
            longestPause = max(longestPause, pause)
        } else {
            pauseBefore = pause
            longestPause = 0
        }
    }
}
