package import CoreMetrics
import Synchronization

/// Collects the daemon's metrics and exports them in the Prometheus text format
/// (prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4).
package final class MetricsRegistry: MetricsFactory {
    /// The histogram buckets of durations, in seconds; fixed, so that quantiles can be computed across several
    /// daemons.
    static let steps = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// Maximum number of series, so that unusual requests cannot exhaust the memory.
    static let mostSeries = 2_048

    private let series = Mutex<[MetricName: MetricSeries]>([:])

    package init() {}

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        series(label, dimensions, .gauge)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    package func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    /// Exports all series, except those for which `isLeftOut` returns true.
    package func text(leavingOut isLeftOut: (MetricName) -> Bool = { _ in false }) -> String {
        let all = series.withLock { $0 }.filter { !isLeftOut($0.key) }
        let families = Dictionary(grouping: all, by: \.key.name)
        var text = ""
        for (name, members) in families.sorted(by: { $0.key < $1.key }) {
            guard let kind = members.first?.value.kind else { continue }
            text += "# TYPE \(name) \(kind.rawValue)\n"
            for (metric, series) in members.sorted(by: { $0.key.labels < $1.key.labels }) {
                text += series.lines(named: metric)
            }
        }
        return text
    }

    private func series(_ label: String, _ dimensions: [(String, String)], _ kind: MetricSeries.Kind) -> MetricSeries {
        let name = MetricName(label: label, dimensions: dimensions, kind: kind)
        return series.withLock { all in
            if let known = all[name], known.kind == kind { return known }
            let made = MetricSeries(kind: kind)
            if all.count < Self.mostSeries { all[name] = made }
            return made
        }
    }

    private func forget(_ handler: AnyObject) {
        series.withLock { all in
            for (name, series) in all where series === handler { all[name] = nil }
        }
    }
}
