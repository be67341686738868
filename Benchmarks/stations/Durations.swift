/// Times that were measured, in microseconds.
struct Durations: Sendable {
    private var all: [Int64] = []

    var count: Int { all.count }

    mutating func add(_ duration: Duration) { all.append(Int64(duration / .microseconds(1))) }

    static func + (left: Durations, right: Durations) -> Durations {
        var sum = left
        sum.all += right.all
        return sum
    }

    /// The value that this part of all do not exceed.
    func percentile(_ part: Double) -> Int64 {
        let sorted = all.sorted()
        return sorted.isEmpty ? 0 : sorted[min(Int(Double(sorted.count) * part), sorted.count - 1)]
    }
}
