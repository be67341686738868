import CoreMetrics
import Synchronization

/// One time series: a counter, a gauge, or a histogram of durations.
package final class MetricSeries: CounterHandler, RecorderHandler, MeterHandler, TimerHandler {
    /// The metric types of Prometheus.
    package enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    private struct State {
        var value = 0.0
        var count: Int64 = 0
        var buckets: [Int64] = []
    }

    let kind: Kind
    private let state: Mutex<State>

    init(kind: Kind) {
        self.kind = kind
        let buckets = kind == .histogram ? [Int64](repeating: 0, count: MetricsRegistry.steps.count) : []
        state = Mutex(State(buckets: buckets))
    }

    package func increment(by amount: Int64) { state.withLock { $0.value += Double(amount) } }
    package func increment(by amount: Double) { state.withLock { $0.value += amount } }
    package func decrement(by amount: Double) { state.withLock { $0.value -= amount } }
    package func reset() { state.withLock { $0.value = 0 } }
    package func record(_ value: Int64) { set(Double(value)) }
    package func record(_ value: Double) { set(value) }
    package func set(_ value: Int64) { set(Double(value)) }
    package func set(_ value: Double) { state.withLock { $0.value = value } }

    package func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        state.withLock { state in
            state.value += seconds
            state.count += 1
            for (index, step) in MetricsRegistry.steps.enumerated() where seconds <= step { state.buckets[index] += 1 }
        }
    }

    /// The lines of the series in the text format.
    func lines(named name: MetricName) -> String {
        let state = state.withLock { $0 }
        guard kind == .histogram else { return "\(name.with()) \(Self.number(state.value))\n" }
        var text = ""
        for (step, count) in zip(MetricsRegistry.steps, state.buckets) {
            text += "\(name.with("_bucket", label: "le=\"\(Self.number(step))\"")) \(count)\n"
        }
        text += "\(name.with("_bucket", label: "le=\"+Inf\"")) \(state.count)\n"
        text += "\(name.with("_sum")) \(Self.number(state.value))\n"
        return text + "\(name.with("_count")) \(state.count)\n"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
