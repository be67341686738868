/// A line that shows the progress of long work: a bar, the amount done, the rate and the remaining time.
public struct ProgressLine: Sendable, Hashable {
    private static let width = 24

    private var stage: String?
    private var start = Duration.zero
    private var startedWith: Int64 = 0

    public init() {}

    /// Returns the line for `work`, `elapsed` after the work began.
    ///
    /// Rate and remaining time are those of the current stage.
    ///
    /// - Parameter words: returns the text of a phrase.
    public mutating func text(
        for work: ProgressResource,
        after elapsed: Duration,
        words: (Phrase) -> String = \.english
    ) -> String {
        if work.stage != stage { (stage, start, startedWith) = (work.stage, elapsed, work.done) }
        let label = words(.stage(work.stage))
        let seconds = Self.seconds(elapsed - start)
        guard let total = work.total, total > 0 else { return "\(label) …  \(Self.clock(Self.seconds(elapsed)))" }
        let done = min(max(work.done, 0), total)
        let filled = Int(Double(done) / Double(total) * Double(Self.width))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
        var line = "\(label)  [\(bar)] \(Int(Double(done) / Double(total) * 100)) %  "
        line += words(amount(done, of: total))
        let rate = seconds > 0 ? Double(done - startedWith) / seconds : 0
        if rate >= 1 { line += "  \(rateText(rate))  \(words(.left(Self.clock(Double(total - done) / rate))))" }
        return line
    }

    private func amount(_ done: Int64, of total: Int64) -> Phrase {
        guard let size = byteUnit(for: total) else { return .amount("\(done)", of: "\(total)") }
        let whole = "\(Self.tenths(Double(total) / size.bytes)) \(size.name)"
        return .amount(Self.tenths(Double(done) / size.bytes), of: whole)
    }

    private func rateText(_ rate: Double) -> String {
        guard let size = byteUnit(for: Int64(rate)) else { return "\(Int64(rate))/s" }
        return "\(Self.tenths(rate / size.bytes)) \(size.name)/s"
    }

    /// Returns the unit for an amount of bytes; nil in a stage that counts something else.
    private func byteUnit(for amount: Int64) -> (name: String, bytes: Double)? {
        guard stage == "receiving" || stage == "fetching" else { return nil }
        return amount < 1 << 20 ? ("KiB", 1_024) : ("MiB", 1_048_576)
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int64(number * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// Returns `0:07`, `12:30` or `1:02:03`.
    private static func clock(_ seconds: Double) -> String {
        let whole = Int64(min(max(seconds, 0), 359_999))
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (whole / 3_600, whole / 60 % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
    }
}
