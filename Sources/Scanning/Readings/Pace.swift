/// The timing of a scanner's input relative to its earlier input, in microseconds.
struct Pace {
    /// Codes scanned by a person are further apart than this, and the keys or bytes of one code closer together.
    static let apart: Int64 = 400_000

    /// The pause before the latest code.
    private(set) var pauseBefore = Int64.max
    /// The longest pause within the latest code.
    private(set) var longestPause: Int64 = 0
    private var last: Int64?

    /// Records input that belongs to a code; `isWithin` is whether the code had already begun.
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
